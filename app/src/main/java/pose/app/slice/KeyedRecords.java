package pose.app.slice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import pose.app.kafka.Cluster;
import pose.schema.Topic;

/**
 * The records of one camera in its partition of a topic, one by one in their order, up to an end that stays where it is. One
 * thread at a time, but for {@link #stop}.
 */
public final class KeyedRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final long end;
    private final byte[] key;
    private final Deque<ConsumerRecord<byte[], byte[]>> polled = new ArrayDeque<>();
    private boolean ended;

    /**
     * Takes a consumer over.
     *
     * @param end the first offset that is no part of it
     */
    KeyedRecords(Consumer<byte[], byte[]> consumer, TopicPartition partition, long end, String camera) {
        this.consumer = consumer;
        this.partition = partition;
        this.end = end;
        this.key = camera.getBytes(StandardCharsets.UTF_8);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /**
     * Those that are there now.
     *
     * @param sinceMillis begins with the first record of the partition whose timestamp is not before it
     */
    public static KeyedRecords open(Cluster cluster, Topic<String, ?> topic, String camera, long sinceMillis) {
        KafkaConsumer<byte[], byte[]> consumer = FrameConsumers.open(cluster);
        try {
            TopicPartition partition = topic.partitionOf(
                    camera, consumer.partitionsFor(topic.name()).size());
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            KeyedRecords records = new KeyedRecords(consumer, partition, end, camera);
            records.seekToTime(sinceMillis);
            return records;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    void seekToOffset(long offset) {
        ended = false;
        consumer.seek(partition, offset);
    }

    void seekToTime(long millis) {
        OffsetAndTimestamp found =
                consumer.offsetsForTimes(Map.of(partition, Math.max(0, millis))).get(partition);
        if (found == null) {
            ended = true;
        } else {
            consumer.seek(partition, found.offset());
        }
    }

    /** The next one; empty at the end, and where someone asked to {@link #stop}. Waits while Kafka is slow. */
    public Optional<ConsumerRecord<byte[], byte[]>> next() {
        while (!ended) {
            ConsumerRecord<byte[], byte[]> record = polled.poll();
            if (record == null) {
                poll();
            } else if (record.offset() >= end) {
                ended = true;
            } else if (Arrays.equals(record.key(), key)) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    private void poll() {
        try {
            if (consumer.position(partition) >= end) {
                ended = true;
            } else {
                consumer.poll(POLL).forEach(polled::add);
            }
        } catch (WakeupException e) {
            ended = true;
        }
    }

    /** Makes a {@link #next} that waits return at once, or else the next one. Safe from any thread. */
    public void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
