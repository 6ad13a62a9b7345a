package pose.stream.trial;

import java.time.Duration;
import pose.stream.FrameRequest;
import pose.stream.Inferred;

/**
 * A frame that the stream has looked at.
 *
 * @param seen what it saw
 * @param inferred the frame's part of the engine's time for its batch
 */
record ServedFrame(FrameRequest request, Inferred seen, Duration inferred) {

    /** How much memory keeping it costs: the length of the encoded picture. */
    int bytes() {
        return request.bytes();
    }
}
