package pose.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import pose.cpm.VersionId;
import pose.schema.Topics;
import pose.schema.WeightsEvent;
import pose.schema.WeightsEventKind;

/**
 * Tells on pose.weights.events.v1 what happens to versions. What happened has happened, also where it cannot be told: a failure is one
 * line, never an exception. For many threads.
 */
public final class WeightsEvents implements AutoCloseable {

    /** A stream must not stand still for an event. */
    private static final int LONGEST_WAIT_MILLIS = 2_000;

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    private final KafkaProducer<String, WeightsEvent> producer;
    private final String instance;
    private final Clock clock;
    private final Consumer<String> problems;

    private WeightsEvents(
            KafkaProducer<String, WeightsEvent> producer, String instance, Clock clock, Consumer<String> problems) {
        this.producer = producer;
        this.instance = instance;
        this.clock = clock;
        this.problems = problems;
    }

    /**
     * Begins.
     *
     * @param kafka {@code bootstrap.servers} and what else every client needs
     * @param instance who tells: which stream, or which command of whom
     * @param problems is told, in one line each, of events that cannot be written
     */
    public static WeightsEvents connect(Properties kafka, String instance, Clock clock, Consumer<String> problems) {
        Properties config = new Properties();
        config.putAll(kafka);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_WAIT_MILLIS);
        var producer = new KafkaProducer<>(
                config,
                Topics.WEIGHTS_EVENTS.keySerde().serializer(),
                Topics.WEIGHTS_EVENTS.valueSerde().serializer());
        return new WeightsEvents(producer, instance, clock, problems);
    }

    /**
     * Tells of something on a channel.
     *
     * @param detail one line for people; may be empty
     * @param figures what it was decided by, by name
     */
    public void tell(
            WeightsEventKind kind, Channel channel, String version, String detail, Map<String, Double> figures) {
        tell(new WeightsEvent(
                micros(), instance, channel.model(), channel.name(), version, kind, detail, Map.copyOf(figures)));
    }

    /** Tells of something on no channel. */
    public void tell(WeightsEventKind kind, VersionId version, String detail) {
        tell(new WeightsEvent(micros(), instance, version.name(), "", version.version(), kind, detail, Map.of()));
    }

    private void tell(WeightsEvent event) {
        try {
            var unused = producer.send(
                    new ProducerRecord<>(Topics.WEIGHTS_EVENTS.name(), event.getModel(), event), (metadata, e) -> {
                        if (e != null) {
                            failed(event, e);
                        }
                    });
        } catch (KafkaException | IllegalStateException e) {
            failed(event, e);
        }
    }

    private void failed(WeightsEvent event, Exception e) {
        problems.accept("event " + event.getKind() + " of " + event.getModel() + "/" + event.getVersion()
                + " cannot be written to " + Topics.WEIGHTS_EVENTS.name() + ": " + e.getMessage());
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    /** Waits some seconds for events that are on their way. */
    @Override
    public void close() {
        producer.close(LONGEST_GOODBYE);
    }
}
