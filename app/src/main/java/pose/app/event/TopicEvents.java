package pose.app.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import pose.app.kafka.Cluster;
import pose.schema.MalformedRecordException;
import pose.schema.Topic;

/**
 * The committed records of one topic, all partitions, without a consumer group: whoever reads along changes
 * nothing. One thread at a time, but for {@link #wakeUp}.
 */
public final class TopicEvents<V> implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Topic<String, V> topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<String> problems;
    private @Nullable Map<TopicPartition, Long> ends;

    private TopicEvents(Topic<String, V> topic, KafkaConsumer<byte[], byte[]> consumer, Consumer<String> problems) {
        this.topic = topic;
        this.consumer = consumer;
        this.problems = problems;
    }

    /**
     * Begins to read.
     *
     * @param topic whose values these are
     * @param fromBeginning whether the first event is the oldest there is, or the next one to come
     * @param problems is told, in one line each, of records that are no such events; they are left out
     */
    public static <V> TopicEvents<V> open(
            Cluster cluster, Topic<String, V> topic, boolean fromBeginning, Consumer<String> problems) {
        Properties config = cluster.properties();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
            // Seeking is lazy; "now" is when this was asked for, not when something is first polled.
            partitions.forEach(consumer::position);
        }
        return new TopicEvents<>(topic, consumer, problems);
    }

    /** Leaves out what comes before the first record of each partition whose timestamp is not before this, ms since 1970 UTC. */
    public void skipTo(long millis) {
        Map<TopicPartition, Long> times = new HashMap<>();
        consumer.assignment().forEach(partition -> times.put(partition, Math.max(0, millis)));
        Map<TopicPartition, Long> last = consumer.endOffsets(times.keySet());
        consumer.offsetsForTimes(times)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? last.getOrDefault(partition, 0L) : found.offset()));
    }

    /** From here on there is no more than what is there now. */
    public void stopAtEnd() {
        ends = consumer.endOffsets(consumer.assignment());
    }

    /** Whether {@link #poll} can still bring something. */
    public boolean hasMore() {
        return ends == null
                || ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    /** The next events, in the order of each camera's frames; none where none came within a second. */
    public List<V> poll() {
        List<V> events = new ArrayList<>();
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (!isBeyondEnd(record)) {
                    decode(record, events);
                }
            }
        } catch (WakeupException e) {
            // Someone does not want to wait any longer.
        }
        return events;
    }

    /**
     * Makes a {@link #poll} that waits return at once, or else the next one; other calls that wait may end in a {@link
     * WakeupException}. May be called by any thread.
     */
    public void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean isBeyondEnd(ConsumerRecord<?, ?> record) {
        if (ends == null) {
            return false;
        }
        Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
        return end != null && record.offset() >= end;
    }

    private void decode(ConsumerRecord<byte[], byte[]> record, List<V> events) {
        try {
            V event = topic.valueSerde().deserializer().deserialize(record.topic(), record.value());
            if (event != null) {
                events.add(event);
            }
        } catch (MalformedRecordException e) {
            problems.accept("left out " + record.topic() + " partition " + record.partition() + " offset "
                    + record.offset() + ": " + e.getMessage());
        }
    }
}
