package pose.app.replay;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pose.ingest.FrameLimit;
import pose.ingest.ProducerSettings;
import pose.ingest.PublisherOptions;

/** Sends records to one topic, each once and in order, and waits while Kafka is slow. */
public final class ReplaySender implements AutoCloseable {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** Takes the producer over. */
    ReplaySender(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /**
     * Sets a producer up and has it find the topic.
     *
     * @param limit of a record
     */
    public static ReplaySender connect(Properties kafka, String topic, FrameLimit limit) {
        Properties settings = new Properties();
        // Waiting for company would be felt as jitter.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        settings.putAll(kafka);
        var producer = new KafkaProducer<>(
                ProducerSettings.of(settings, limit, PublisherOptions.defaults()),
                new StringSerializer(),
                new ByteArraySerializer());
        try {
            producer.partitionsFor(topic);
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        return new ReplaySender(producer, topic);
    }

    String topic() {
        return topic;
    }

    /** Hands a record over; waits where too many are on their way. What is not taken is told by {@link #failure}. */
    void send(ProducerRecord<String, byte[]> record) {
        try {
            Future<RecordMetadata> unused = producer.send(record, (metadata, thrown) -> {
                if (thrown == null) {
                    acknowledged.incrementAndGet();
                } else {
                    // The first is the reason, those after it are mostly its consequences.
                    failure.compareAndSet(null, thrown);
                }
            });
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Waits until what was sent is acknowledged, or was refused. */
    void flush() {
        try {
            producer.flush();
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Why a record was not taken, in one line. */
    Optional<String> failure() {
        return Optional.ofNullable(failure.get())
                .map(thrown -> "topic " + topic + " did not take a record: "
                        + String.valueOf(thrown.getMessage()).replaceAll("\\R+", " "));
    }

    @Override
    public void close() {
        producer.close(CLOSE_PATIENCE);
    }
}
