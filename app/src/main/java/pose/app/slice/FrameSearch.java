package pose.app.slice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;
import pose.app.slice.SliceBound.FrameId;
import pose.schema.Frame;
import pose.schema.MalformedRecordException;
import pose.schema.Topic;
import pose.schema.Topics;

/** Finds single frames on a topic, by id or by place, among those that were there when it was opened. One thread at a time. */
public final class FrameSearch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    /** A camera's own clock may be behind the one that its epoch was read from. */
    private static final long CLOCK_SLACK_MILLIS = 60_000;

    /** Cameras of a partition are no further apart in time than this, where they came at the same time. */
    private static final long MUCH_LATER_MILLIS = 600_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Topic<String, Frame> topic;
    private final Map<TopicPartition, Long> ends;

    private FrameSearch(Consumer<byte[], byte[]> consumer, Topic<String, Frame> topic) {
        this.consumer = consumer;
        this.topic = topic;
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        this.ends = Map.copyOf(consumer.endOffsets(partitions));
    }

    /**
     * Opens one.
     *
     * @throws UserMistake where the topic is not there
     */
    public static FrameSearch open(Cluster cluster, Topic<String, Frame> topic) {
        cluster.require(topic);
        KafkaConsumer<byte[], byte[]> consumer = FrameConsumers.open(cluster);
        try {
            return new FrameSearch(consumer, topic);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** The earliest moment, ms since 1970 UTC, that what belongs to a frame of an epoch carries, unless clocks differ by much. */
    public static long earliestMillis(long epochUs) {
        return Math.max(0, epochUs / 1000 - CLOCK_SLACK_MILLIS);
    }

    Topic<String, Frame> topic() {
        return topic;
    }

    /** How many records each partition of the topic ever had. */
    Map<TopicPartition, Long> ends() {
        return ends;
    }

    /** The first offset of a partition that is still there; its end, where it is empty. */
    public long beginning(TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** The record in a place; empty where there is none, or none any more. */
    Optional<ConsumerRecord<byte[], byte[]>> record(TopicPartition partition, long offset) {
        long end = ends.getOrDefault(partition, 0L);
        // A partition that the topic does not have has no end, and must not be asked for its beginning.
        return offset >= end || offset < beginning(partition)
                ? Optional.empty()
                : scan(partition, offset, offset + 1, record -> true);
    }

    /** The frame in a place; empty where there is none, or none any more. */
    public Optional<PlacedFrame> at(int partition, long offset) {
        return record(new TopicPartition(topic.name(), partition), offset).flatMap(FrameSearch::placed);
    }

    /** The frame with an id: it is looked for in the partition that its camera hashes to. */
    public Optional<PlacedFrame> named(FrameId id) {
        TopicPartition partition = topic.partitionOf(id.camera(), ends.size());
        byte[] key = id.camera().getBytes(StandardCharsets.UTF_8);
        Predicate<ConsumerRecord<byte[], byte[]>> wanted = record -> isNamed(record, key, id);
        long last = ends.getOrDefault(partition, 0L);
        // Frames of an epoch are taken after it began; only where clocks differ by much is all the rest looked through.
        long likely = firstSince(partition, earliestMillis(id.epoch())).orElse(last);
        return scan(partition, likely, last, wanted)
                .or(() -> scan(partition, beginning(partition), likely, wanted))
                .flatMap(FrameSearch::placed);
    }

    /**
     * As {@link #named(FrameId)}, where it is known when the frame was taken: only what was taken about then is looked through.
     */
    public Optional<PlacedFrame> named(FrameId id, long captureTimeUs) {
        TopicPartition partition = topic.partitionOf(id.camera(), ends.size());
        long last = ends.getOrDefault(partition, 0L);
        long millis = Math.floorDiv(captureTimeUs, 1000);
        long first = firstSince(partition, Math.max(0, millis)).orElse(last);
        byte[] key = id.camera().getBytes(StandardCharsets.UTF_8);
        Predicate<ConsumerRecord<byte[], byte[]>> passed = record -> record.timestamp() > millis + MUCH_LATER_MILLIS
                || (Arrays.equals(record.key(), key) && record.timestamp() > millis);
        return scan(partition, first, last, record -> passed.test(record) || isNamed(record, key, id))
                .filter(record -> isNamed(record, key, id))
                .flatMap(FrameSearch::placed);
    }

    private static boolean isNamed(ConsumerRecord<byte[], byte[]> record, byte[] key, FrameId id) {
        return Arrays.equals(record.key(), key)
                && placed(record).filter(frame -> frame.id().equals(id)).isPresent();
    }

    private Optional<Long> firstSince(TopicPartition partition, long millis) {
        return Optional.ofNullable(
                        consumer.offsetsForTimes(Map.of(partition, millis)).get(partition))
                .map(OffsetAndTimestamp::offset);
    }

    private Optional<ConsumerRecord<byte[], byte[]>> scan(
            TopicPartition partition, long from, long to, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < to) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() >= to) {
                    return Optional.empty();
                }
                if (wanted.test(record)) {
                    return Optional.of(record);
                }
            }
        }
        return Optional.empty();
    }

    /** What is in a record, where that is a frame. */
    static Optional<PlacedFrame> placed(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(
                            Topics.FRAMES.valueSerde().deserializer().deserialize(record.topic(), record.value()))
                    .map(frame -> new PlacedFrame(
                            new TopicPartition(record.topic(), record.partition()), record.offset(), frame));
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
