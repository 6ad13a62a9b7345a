package pose.app.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.Topics;

/** Reads frames and gaps as they come, from now on. */
final class CameraTopic implements AutoCloseable {

    private static final String THREAD = CpuMeter.OWN_THREADS + "reader";
    private static final Duration POLL = Duration.ofMillis(100);

    /**
     * A frame and when it came.
     *
     * @param arrivedUs µs since 1970 UTC
     * @param image the JPEG, where they are kept
     */
    record Arrival(
            String camera,
            long sequence,
            long arrivedUs,
            @Nullable ByteBuffer image) {}

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final boolean keepImages;
    private final Thread reader = new Thread(this::read, THREAD);
    private final List<Arrival> arrivals = new ArrayList<>();
    private long missing;
    private volatile boolean closed;

    /** @param keepImages for measurements that look at the pictures afterwards */
    CameraTopic(BenchBroker broker, boolean keepImages) {
        this.keepImages = keepImages;
        Properties settings = broker.clientSettings();
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, THREAD);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (int p = 0; p < broker.partitions(); p++) {
            partitions.add(new TopicPartition(Topics.FRAMES.name(), p));
            partitions.add(new TopicPartition(Topics.GAPS.name(), p));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy; "now" is now, not the first poll.
        partitions.forEach(consumer::position);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (consumer) {
            while (!closed) {
                var polled = consumer.poll(POLL);
                long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
                synchronized (this) {
                    polled.forEach(record -> note(record, now));
                }
            }
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record, long now) {
        if (record.topic().equals(Topics.GAPS.name())) {
            Gap gap = Topics.GAPS.valueSerde().deserializer().deserialize(record.topic(), record.value());
            missing += gap.getCount();
            return;
        }
        Frame frame = Topics.FRAMES.valueSerde().deserializer().deserialize(record.topic(), record.value());
        ByteBuffer image = keepImages ? frame.getImage() : null;
        arrivals.add(new Arrival(frame.getCamera(), frame.getSequence(), now, image));
    }

    /** Forgets what has come so far. */
    synchronized void forget() {
        arrivals.clear();
        missing = 0;
    }

    synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    synchronized int count() {
        return arrivals.size();
    }

    synchronized long cameras() {
        return arrivals.stream().map(Arrival::camera).distinct().count();
    }

    /** How many frames the gaps say are missing. */
    synchronized long missing() {
        return missing;
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
