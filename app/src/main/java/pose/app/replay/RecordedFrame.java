package pose.app.replay;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import pose.app.slice.SliceBound.Place;
import pose.schema.Frame;
import pose.schema.Original;

/**
 * A frame as it was recorded.
 *
 * @param frame its camera and picture; its id and times only where it was on a topic
 * @param timeUs when it was taken on the time line that it shares with the other cameras of the replay, µs
 * @param original its id, where it was on a topic
 * @param headers travel with it
 * @param place on the topic that it was read from, where it was on one
 */
public record RecordedFrame(
        Frame frame,
        long timeUs,
        @Nullable Original original,
        List<Header> headers,
        @Nullable Place place) {

    public RecordedFrame {
        headers = List.copyOf(headers);
    }

    /** Of what is on no topic. */
    public RecordedFrame(Frame frame, long timeUs, @Nullable Original original, List<Header> headers) {
        this(frame, timeUs, original, headers, null);
    }

    public String camera() {
        return frame.getCamera();
    }

    /** The length of its picture. */
    int bytes() {
        return frame.getImage().remaining();
    }
}
