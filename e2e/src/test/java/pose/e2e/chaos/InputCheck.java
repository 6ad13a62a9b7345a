package pose.e2e.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import pose.e2e.process.Patience;
import pose.schema.Frame;
import pose.schema.Topics;

/** Makes sure that the frames' topic holds what was published, each frame once: else no answer could be judged by it. */
public final class InputCheck {

    private static final Duration LONGEST = Patience.LONGEST;

    private InputCheck() {}

    /**
     * Reads the topic.
     *
     * @throws IllegalStateException where a frame is there twice or not at all
     */
    public static void requireEachFrameOnce(String bootstrap, Published published) {
        Set<FrameId> seen = new HashSet<>();
        List<FrameId> twice = new ArrayList<>();
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (var consumer = new KafkaConsumer<>(
                properties,
                new ByteArrayDeserializer(),
                Topics.FRAMES.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.FRAMES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Awaitility.await("all frames").pollInSameThread().atMost(LONGEST).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    Frame frame = record.value();
                    FrameId id = new FrameId(frame.getCamera(), frame.getSequence());
                    if (!seen.add(id)) {
                        twice.add(id);
                    }
                });
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
        }
        List<FrameId> missing =
                published.ids().filter(frame -> !seen.contains(frame)).toList();
        if (!twice.isEmpty() || !missing.isEmpty()) {
            throw new IllegalStateException("the frames' topic is not what was published: twice there " + twice
                    + ", missing " + missing + ", of " + published.total());
        }
    }
}
