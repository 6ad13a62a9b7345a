package pose.app.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import pose.schema.Frame;
import pose.schema.Topics;

/** The frames on a demo's topic once more, one by one in order. */
final class FrameReader implements AutoCloseable {

    /** Frames are read here after they were seen elsewhere: none within this time means there are no more. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int FRAMES_AHEAD = 16;

    private final KafkaConsumer<String, Frame> consumer;
    private final Deque<Frame> ahead = new ArrayDeque<>();

    FrameReader(Properties kafka) {
        Properties config = new Properties();
        config.putAll(kafka);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, FRAMES_AHEAD);
        consumer = new KafkaConsumer<>(
                config,
                Topics.FRAMES.keySerde().deserializer(),
                Topics.FRAMES.valueSerde().deserializer());
        consumer.assign(List.of(new TopicPartition(Topics.FRAMES.name(), 0)));
        consumer.seekToBeginning(consumer.assignment());
    }

    /** The next frame, or none where the topic is at its end. */
    Optional<Frame> next() {
        if (ahead.isEmpty()) {
            for (ConsumerRecord<String, Frame> record : consumer.poll(PATIENCE)) {
                ahead.add(record.value());
            }
        }
        return Optional.ofNullable(ahead.poll());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
