package pose.stream.trial;

import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import pose.schema.ShadowPose;
import pose.schema.Topics;

/**
 * Writes shadow poses to {@link Topics#SHADOW}, by a producer that has no part in the stream's transactions. What cannot be
 * written is lost and counted: nobody waits for it.
 */
final class ShadowTopic implements ShadowSink {

    private static final int LONGEST_WAIT_MILLIS = 1_000;
    private static final long MOST_BYTES = 4L * 1024 * 1024;
    private static final int LINGER_MILLIS = 20;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

    private final Producer<String, ShadowPose> producer;
    private final Consumer<String> lost;

    /** @param lost is told why, once a pose that cannot be written */
    ShadowTopic(Producer<String, ShadowPose> producer, Consumer<String> lost) {
        this.producer = producer;
        this.lost = lost;
    }

    /** @param kafka {@code bootstrap.servers} and what else every client needs */
    static ShadowTopic connect(Properties kafka, Consumer<String> lost) {
        Properties config = new Properties();
        config.putAll(kafka);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_WAIT_MILLIS);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, MOST_BYTES);
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        return new ShadowTopic(
                new KafkaProducer<>(
                        config,
                        Topics.SHADOW.keySerde().serializer(),
                        Topics.SHADOW.valueSerde().serializer()),
                lost);
    }

    @Override
    public void send(ShadowPose pose) {
        long millis = pose.getCaptureTimeUs() / 1000;
        try {
            var unused = producer.send(
                    new ProducerRecord<>(Topics.SHADOW.name(), null, Math.max(0, millis), pose.getCamera(), pose),
                    (metadata, e) -> {
                        if (e != null) {
                            lost.accept(String.valueOf(e.getMessage()));
                        }
                    });
        } catch (KafkaException | IllegalStateException e) {
            lost.accept(String.valueOf(e.getMessage()));
        }
    }

    /** Waits a moment for what is on its way. */
    @Override
    public void close() {
        producer.close(LONGEST_GOODBYE);
    }
}
