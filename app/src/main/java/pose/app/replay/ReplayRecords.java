package pose.app.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import pose.schema.CaptureClock;
import pose.schema.Frame;
import pose.schema.PoseFrame;
import pose.schema.Topics;

/** Frames and poses under the ids of a pass: a new epoch, and each camera's sequences from 0 on without a hole. */
final class ReplayRecords {

    private static final Serializer<Frame> FRAMES = Topics.FRAMES.valueSerde().serializer();
    private static final Serializer<PoseFrame> POSES =
            Topics.KEYPOINTS.valueSerde().serializer();

    private final String topic;
    private final Map<String, Long> sequences = new HashMap<>();
    private long epochUs;

    ReplayRecords(String topic) {
        this.topic = topic;
    }

    void beginPass(long epoch) {
        epochUs = epoch;
        sequences.clear();
    }

    /** What is sent for the next frame; empty where nothing can be said of it. */
    Optional<ProducerRecord<String, byte[]>> of(ReadyFrame ready, long captureTimeUs) {
        String camera = ready.frame().camera();
        if (ready.content() instanceof Content.Unseen) {
            return Optional.empty();
        }
        long sequence = sequences.merge(camera, 1L, Long::sum) - 1;
        byte[] value = ready.content() instanceof Content.Poses poses
                ? POSES.serialize(topic, poses(ready.frame(), poses.seen(), sequence, captureTimeUs))
                : FRAMES.serialize(topic, frame(ready.frame(), sequence, captureTimeUs));
        return Optional.of(new ProducerRecord<>(
                topic,
                null,
                Math.floorDiv(captureTimeUs, 1000),
                camera,
                value,
                new RecordHeaders(ready.frame().headers())));
    }

    private Frame frame(RecordedFrame recorded, long sequence, long captureTimeUs) {
        Frame frame = recorded.frame();
        return new Frame(
                frame.getCamera(),
                epochUs,
                sequence,
                captureTimeUs,
                frame.getPtsUs(),
                frame.getWidth(),
                frame.getHeight(),
                frame.getEncoding(),
                // It waits for whoever looks: no replayed frame is ever too old.
                false,
                CaptureClock.SOURCE,
                recorded.original(),
                frame.getAttention(),
                frame.getImage());
    }

    private PoseFrame poses(RecordedFrame recorded, PoseFrame seen, long sequence, long captureTimeUs) {
        return new PoseFrame(
                seen.getCamera(),
                epochUs,
                sequence,
                captureTimeUs,
                seen.getWidth(),
                seen.getHeight(),
                seen.getPeople(),
                seen.getSkeleton(),
                seen.getWeights(),
                seen.getTimings(),
                recorded.original(),
                seen.getProvenance(),
                seen.getLocator(),
                seen.getCut());
    }
}
