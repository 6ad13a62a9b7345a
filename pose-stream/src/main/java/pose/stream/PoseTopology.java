package pose.stream;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import pose.schema.Topics;

/**
 * Frames in; keypoints, gaps and dead letters out. Keys and values are read as they are, so that bytes which are no frame come
 * to our own code with everything they came with.
 */
final class PoseTopology {

    static final String FRAMES = "frames";
    static final String POSE = "pose";
    static final String KEYPOINTS = "keypoints";
    static final String DEAD_LETTERS = "dead-letters";
    static final String GAPS = "gaps";

    private PoseTopology() {}

    static Topology of(Supplier<PoseProcessor> processors) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        FRAMES,
                        // A record without a timestamp is odd, but no reason to stop all the others.
                        (polled, partitionTime) -> Math.max(0, polled.timestamp()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.FRAMES.name())
                .addProcessor(POSE, processors::get, FRAMES)
                .addSink(
                        KEYPOINTS,
                        Topics.KEYPOINTS.name(),
                        bytes,
                        Topics.KEYPOINTS.valueSerde().serializer(),
                        POSE)
                .addSink(
                        GAPS,
                        Topics.GAPS.name(),
                        bytes,
                        Topics.GAPS.valueSerde().serializer(),
                        POSE)
                .addSink(DEAD_LETTERS, Topics.DLQ.name(), bytes, bytes, POSE);
    }
}
