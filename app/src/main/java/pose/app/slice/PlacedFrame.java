package pose.app.slice;

import org.apache.kafka.common.TopicPartition;
import pose.app.slice.SliceBound.FrameId;
import pose.schema.Frame;

/** A frame and where it is. */
public record PlacedFrame(TopicPartition partition, long offset, Frame frame) {

    /** Its id. */
    public FrameId id() {
        return new FrameId(frame.getCamera(), frame.getEpoch(), frame.getSequence());
    }
}
