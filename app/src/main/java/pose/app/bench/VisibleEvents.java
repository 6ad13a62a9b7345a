package pose.app.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import pose.schema.PoseFrame;
import pose.schema.Topics;

/** Reads the pose events that come from now on as soon as they are committed, and how old their frames are then. */
final class VisibleEvents implements AutoCloseable {

    private static final String THREAD = CpuMeter.OWN_THREADS + "reader";
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final long[] nanos;
    private final long[] ages;
    private final AtomicInteger seen = new AtomicInteger();
    private final Thread reader = new Thread(this::read, THREAD);
    private volatile boolean closed;

    /** @param capacity events are counted beyond it, but no longer written down */
    VisibleEvents(BenchBroker broker, int capacity) {
        nanos = new long[capacity];
        ages = new long[capacity];
        Properties settings = broker.clientSettings();
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, THREAD);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, broker.partitions())
                .mapToObj(p -> new TopicPartition(Topics.KEYPOINTS.name(), p))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy; "now" is now, not the first poll.
        partitions.forEach(consumer::position);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        Deserializer<PoseFrame> events = Topics.KEYPOINTS.valueSerde().deserializer();
        try (consumer) {
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    write(events.deserialize(record.topic(), record.value()));
                }
            }
        }
    }

    private void write(PoseFrame event) {
        int index = seen.get();
        if (index < nanos.length) {
            nanos[index] = System.nanoTime();
            ages[index] = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - event.getCaptureTimeUs();
        }
        seen.incrementAndGet();
    }

    /** Events so far. */
    int seen() {
        return seen.get();
    }

    /** How old, in microseconds, the frames were when their events came that were captured within a time. */
    LongStream ages(long fromNanos, long toNanos) {
        return IntStream.range(0, Math.min(seen.get(), nanos.length))
                .filter(i -> Window.holdsCapture(nanos[i], ages[i], fromNanos, toNanos))
                .mapToLong(i -> ages[i]);
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
