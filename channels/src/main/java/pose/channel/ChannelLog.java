package pose.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import pose.schema.Activation;
import pose.schema.Topics;

/**
 * The committed records of pose.weights.v1 in their order, without a consumer group. What is no such record is left out. One
 * thread at a time, but for {@link #wakeUp}.
 */
final class ChannelLog implements AutoCloseable {

    private static final String TOPIC = Topics.WEIGHTS.name();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Consumer<String> problems;
    private final LatestRecords latest = new LatestRecords();

    private ChannelLog(KafkaConsumer<String, byte[]> consumer, Consumer<String> problems) {
        this.consumer = consumer;
        this.problems = problems;
    }

    /**
     * Begins before the oldest record.
     *
     * @param kafka {@code bootstrap.servers} and what else every client needs
     * @param longestFetch for how long the broker may sit on a request for records that are not there yet. On the same
     *     connection it answers nothing else meanwhile, such as where the end is: long for who follows, short for who reads to
     *     the end
     * @param problems is told, in one line each, of records that are left out
     * @throws ChannelException where the topic is not there, or not of one partition
     */
    static ChannelLog open(Properties kafka, Duration longestFetch, Consumer<String> problems) throws ChannelException {
        Properties config = new Properties();
        config.putAll(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Someone may make the topic anew while it is followed: then it is read anew.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(longestFetch.toMillis()));
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try {
            var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
            try {
                requireOnePartition(consumer.partitionsFor(TOPIC));
                consumer.assign(List.of(PARTITION));
                consumer.seekToBeginning(List.of(PARTITION));
                return new ChannelLog(consumer, problems);
            } catch (RuntimeException | ChannelException e) {
                consumer.close();
                throw e;
            }
        } catch (KafkaException e) {
            throw unreadable(e);
        }
    }

    private static void requireOnePartition(@Nullable List<PartitionInfo> partitions) throws ChannelException {
        if (partitions == null || partitions.isEmpty()) {
            throw new ChannelException("topic " + TOPIC + " is not there; make the topics with 'pose topics create'");
        }
        if (partitions.size() > 1) {
            throw new ChannelException("topic " + TOPIC + " has " + partitions.size()
                    + " partitions; it must have exactly 1, or else changes have no order: delete it, and make it with "
                    + "'pose topics create'");
        }
    }

    static ChannelException unreadable(KafkaException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new ChannelException("topic " + TOPIC + " cannot be read: " + root.getMessage(), e);
    }

    /** As of what was read last. */
    ChannelState state() {
        return latest.state();
    }

    /**
     * Reads on to the end as it is now.
     *
     * @param reader is given what is new, also where this fails in the end
     * @throws KafkaException also where the broker is silent for long
     */
    void readToEnd(Consumer<ChannelRecord> reader) {
        long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        long before = consumer.position(PARTITION);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (before < end) {
            records(POLL).forEach(reader);
            long after = consumer.position(PARTITION);
            if (after > before) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException(
                        "the broker sent nothing of " + TOPIC + " for " + PATIENCE.toSeconds() + " s");
            }
            before = after;
        }
    }

    /**
     * Reads on until a record that is committed is among what was read. Kafka acknowledges a transaction a moment before readers see
     * it.
     *
     * @throws KafkaException where that takes long
     */
    void readPast(long offset) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(PARTITION) <= offset) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("what was committed on " + TOPIC + " cannot be read yet");
            }
            records(POLL);
        }
    }

    /** The records that come next; none where none came in time, or someone does not want to wait any longer. */
    List<ChannelRecord> poll(Duration longest) {
        try {
            return records(longest);
        } catch (WakeupException e) {
            return List.of();
        }
    }

    /** Makes a {@link #poll} that waits return at once, or else the next one. */
    void wakeUp() {
        consumer.wakeup();
    }

    private List<ChannelRecord> records(Duration longest) {
        List<ChannelRecord> read = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> raw : consumer.poll(longest)) {
            decoded(raw).ifPresent(read::add);
        }
        return read;
    }

    private Optional<ChannelRecord> decoded(ConsumerRecord<String, byte[]> raw) {
        try {
            if (raw.key() == null) {
                throw new SerializationException("it has no key");
            }
            Activation value = Topics.WEIGHTS.valueSerde().deserializer().deserialize(TOPIC, raw.value());
            ChannelRecord record = new ChannelRecord(raw.key(), value, raw.offset());
            latest.add(record);
            return Optional.of(record);
        } catch (SerializationException | IllegalArgumentException e) {
            problems.accept("left out " + TOPIC + " offset " + raw.offset() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
