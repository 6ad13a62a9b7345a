package pose.app.replay;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;
import pose.schema.Original;

/**
 * A frame as it was recorded.
 *
 * @param frame its camera and picture; its id and times only where it was on a topic
 * @param timeUs when it was taken on the time line that it shares with the other cameras of the replay, µs
 * @param original its id, where it was on a topic
 * @param headers travel with it
 */
public record RecordedFrame(
        Frame frame, long timeUs, @Nullable Original original, List<Header> headers) {

    public RecordedFrame {
        headers = List.copyOf(headers);
    }

    String camera() {
        return frame.getCamera();
    }

    /** The length of its picture. */
    int bytes() {
        return frame.getImage().remaining();
    }
}
