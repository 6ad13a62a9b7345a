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
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;
import pose.schema.MalformedRecordException;
import pose.schema.Topics;

/** One camera's frames of a slice, one by one in their order. One thread at a time, but for {@link #stop}. */
public final class CameraFrames implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final long end;
    private final CameraRange range;
    private final byte[] key;
    private final java.util.function.Consumer<String> problems;
    private final Deque<ConsumerRecord<byte[], byte[]>> polled = new ArrayDeque<>();
    private boolean ended;

    /**
     * Takes a consumer over.
     *
     * @param end the first offset that is no part of it
     */
    CameraFrames(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long end,
            CameraRange range,
            java.util.function.Consumer<String> problems) {
        this.consumer = consumer;
        this.partition = partition;
        this.end = end;
        this.range = range;
        this.key = range.camera().getBytes(StandardCharsets.UTF_8);
        this.problems = problems;
        consumer.assign(List.of(partition));
        begin(range.from());
    }

    private void begin(Optional<Edge> from) {
        if (from.isEmpty()) {
            consumer.seekToBeginning(List.of(partition));
            return;
        }
        Optional<Edge.Anchor> first = from.get().anchorOf(range.camera());
        if (first.isPresent()) {
            consumer.seek(partition, first.get().offset());
            return;
        }
        OffsetAndTimestamp found = consumer.offsetsForTimes(
                        Map.of(partition, Math.max(0, Math.floorDiv(from.get().timeUs(), 1000))))
                .get(partition);
        if (found == null) {
            ended = true;
        } else {
            consumer.seek(partition, found.offset());
        }
    }

    /** The next frame; empty at the slice's end, and where someone asked to {@link #stop}. Waits while Kafka is slow. */
    public Optional<FoundFrame> next() {
        while (!ended) {
            ConsumerRecord<byte[], byte[]> record = nextRecord();
            if (record == null || record.offset() >= end) {
                ended = true;
            } else if (Arrays.equals(record.key(), key)) {
                Optional<FoundFrame> frame = decode(record);
                if (frame.isPresent()) {
                    switch (range.next(frame.get().frame(), record.offset())) {
                        case BEFORE -> {}
                        case WITHIN -> {
                            return frame;
                        }
                        case BEYOND -> ended = true;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable ConsumerRecord<byte[], byte[]> nextRecord() {
        try {
            while (polled.isEmpty()) {
                if (consumer.position(partition) >= end) {
                    return null;
                }
                consumer.poll(POLL).forEach(polled::add);
            }
        } catch (WakeupException e) {
            return null;
        }
        return polled.poll();
    }

    private Optional<FoundFrame> decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            Frame frame = Topics.FRAMES.valueSerde().deserializer().deserialize(record.topic(), record.value());
            return Optional.ofNullable(frame).map(found -> new FoundFrame(found, record.headers()));
        } catch (MalformedRecordException e) {
            problems.accept("left out " + record.topic() + " partition " + record.partition() + " offset "
                    + record.offset() + ": " + e.getMessage());
            return Optional.empty();
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
