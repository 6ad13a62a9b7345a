package pose.app.slice;

import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a slice begins or ends, found on its topic.
 *
 * @param timeUs a capture time, µs since 1970 UTC: begins at the first frame of each camera that is not before it, or ends
 *     before it
 * @param frame where a frame was named: of its camera, exactly this one is the first or the last
 */
record Edge(long timeUs, Optional<Anchor> frame) {

    /** One frame's place. */
    record Anchor(String camera, TopicPartition partition, long offset) {}

    /** The anchor, where it is this camera's. */
    Optional<Anchor> anchorOf(String camera) {
        return frame.filter(anchor -> anchor.camera().equals(camera));
    }
}
