package pose.ingest;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.producer.ProducerRecord;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.Topics;

/** Captured frames as the records of {@link Topics#FRAMES}. */
public final class FrameRecords {

    private FrameRecords() {}

    /**
     * The value of a frame's record.
     *
     * @param captureTimeUs when it is said to be taken, µs since 1970 UTC; the captured frame's own unless an earlier frame
     *     was later
     * @param clock whose clock that is
     * @param attention whom the camera is about
     */
    public static Frame value(
            String camera,
            long epochUs,
            long sequence,
            long captureTimeUs,
            CaptureClock clock,
            boolean live,
            AttentionSettings attention,
            CapturedFrame frame) {
        return new Frame(
                camera,
                epochUs,
                sequence,
                captureTimeUs,
                frame.ptsUs(),
                frame.width(),
                frame.height(),
                Encoding.JPEG,
                live,
                clock,
                null,
                attention.carried(),
                ByteBuffer.wrap(frame.jpeg()));
    }

    /** The whole record but for its value's form: key, time stamp, and the true keypoints where the frame knows them. */
    public static <V> ProducerRecord<String, V> record(Frame frame, V value, CapturedFrame captured) {
        ProducerRecord<String, V> record = new ProducerRecord<>(
                Topics.FRAMES.name(), null, Math.floorDiv(frame.getCaptureTimeUs(), 1000), frame.getCamera(), value);
        captured.truth()
                .ifPresent(truth -> record.headers().add(Topics.TRUTH_HEADER, Topics.TRUTH_SERDE.encode(truth)));
        return record;
    }
}
