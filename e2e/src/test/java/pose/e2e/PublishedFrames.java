package pose.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pose.schema.Frame;
import pose.schema.Topics;

/** The frames of one camera as they come onto the topic, in the order of the topic. */
final class PublishedFrames implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final String camera;
    private final List<Frame> frames = new ArrayList<>();

    private PublishedFrames(String bootstrap, String camera) {
        this.camera = camera;
        this.consumer =
                new KafkaConsumer<>(Clients.of(bootstrap), new StringDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(Topics.FRAMES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** From the topic's beginning. */
    static PublishedFrames of(String bootstrap, String camera) {
        return new PublishedFrames(bootstrap, camera);
    }

    /** Those that have come so far; waits a moment where none is new. */
    List<Frame> read() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(20))) {
            if (record.key().equals(camera)) {
                frames.add(Topics.FRAMES.valueSerde().deserializer().deserialize(record.topic(), record.value()));
            }
        }
        return List.copyOf(frames);
    }

    /** All that are there, to the topic's end as it is now. */
    List<Frame> readAll() {
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            read();
        }
        return read();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
