package pose.app.slice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import pose.app.kafka.Cluster;
import pose.app.slice.SliceBound.Moment;
import pose.ingest.CameraId;
import pose.schema.Frame;
import pose.schema.Topic;

/** Which cameras have frames on a topic. */
public final class TopicCameras {

    private static final Duration POLL = Duration.ofMillis(500);

    private TopicCameras() {}

    /**
     * Those with a frame between two moments, in order; where it is not moments that are named, on the whole topic. Reads the
     * topic once.
     */
    public static List<String> between(
            Cluster cluster, Topic<String, Frame> topic, Optional<SliceBound> from, Optional<SliceBound> to) {
        cluster.require(topic);
        long first = from.isPresent() && from.get() instanceof Moment moment ? moment.timeUs() / 1000 : 0;
        long last = to.isPresent() && to.get() instanceof Moment moment ? moment.timeUs() / 1000 : Long.MAX_VALUE;
        TreeSet<String> cameras = new TreeSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = FrameConsumers.open(cluster)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            while (!ends.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.key() != null && record.timestamp() >= first && record.timestamp() <= last) {
                        cameras.add(new String(record.key(), StandardCharsets.UTF_8));
                    }
                }
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return cameras.stream().filter(CameraId::isOne).toList();
    }
}
