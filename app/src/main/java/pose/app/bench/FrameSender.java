package pose.app.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import pose.app.UserMistake;
import pose.schema.Frame;
import pose.schema.Topics;

/**
 * Publishes prepared frames, one camera after another in turn, as {@code pose ingest} would: acknowledged by every replica,
 * none twice, not compressed. Camera i is on partition i mod P, so that the partitions hold alike many.
 */
final class FrameSender implements AutoCloseable {

    /** What the names of its producer and of the producer's thread begin with. */
    static final String CLIENT = "bench-sender";

    private static final int BATCH_BYTES = 256 * 1024;

    private final KafkaProducer<String, Frame> producer;
    private final PreparedFrames frames;
    private final int cameras;
    private final int partitions;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private int sent;

    FrameSender(BenchBroker broker, PreparedFrames frames, int cameras) {
        this.frames = frames;
        this.cameras = cameras;
        this.partitions = broker.partitions();
        Properties settings = broker.clientSettings();
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, CLIENT);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_FRAME_BYTES);
        producer = new KafkaProducer<>(
                settings,
                Topics.FRAMES.keySerde().serializer(),
                Topics.FRAMES.valueSerde().serializer());
    }

    static String camera(int index) {
        return "camera-" + (index + 1);
    }

    /** Sends the next frame, captured now; waits where the broker is slow. */
    void send() {
        int index = sent++;
        int camera = index % cameras;
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        Frame frame = frames.frame(camera(camera), index / cameras, index, micros);
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(Topics.FRAMES.name(), camera % partitions, micros / 1000, camera(camera), frame),
                (metadata, refused) -> failure.compareAndSet(null, refused));
    }

    /** Sends so many, and waits until they are acknowledged. */
    void send(int count, Waiting waiting) {
        for (int i = 0; i < count; i++) {
            if (i % cameras == 0) {
                waiting.check();
            }
            send();
        }
        flush();
    }

    int sent() {
        return sent;
    }

    /**
     * Waits until everything sent has been acknowledged.
     *
     * @throws UserMistake where something was not
     */
    void flush() {
        producer.flush();
        Exception refused = failure.get();
        if (refused != null) {
            throw new UserMistake("the benchmark's broker does not take a frame: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
