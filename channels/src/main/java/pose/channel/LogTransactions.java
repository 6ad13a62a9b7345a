package pose.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pose.channel.Decision.Step;
import pose.schema.Topics;
import pose.schema.WeightsEvent;

/**
 * Changes of the log, one after the other over all machines: each is a transaction under one id for the whole log. Whoever begins
 * ends the transaction of whoever was before (fencing, KIP-98); so what a transaction read is still all there is when it is
 * committed, or else it is not committed.
 */
final class LogTransactions {

    /** The one id; who may change channels needs the right to write under it. */
    static final String ID = "pose-weights";

    /** How long a promoter that was killed can keep readers from what comes after it, where nobody else changes anything. */
    private static final int LONGEST_TRANSACTION_MILLIS = 10_000;

    private static final int LONGEST_ANSWER_MILLIS = 5_000;
    private static final int LONGEST_DELIVERY_MILLIS = 8_000;

    private static final int FIRST_PAUSE_MILLIS = 20;
    private static final int LONGEST_PAUSE_MILLIS = 1_500;

    private final Properties config;
    private final ChannelLog log;
    private final Duration patience;
    private final RandomGenerator random;

    /**
     * @param patience no new attempt is made after this long
     * @param random for the pauses between attempts
     */
    LogTransactions(Properties kafka, ChannelLog log, Duration patience, RandomGenerator random) {
        this.log = log;
        this.patience = patience;
        this.random = random;
        config = new Properties();
        config.putAll(kafka);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, ID);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, LONGEST_TRANSACTION_MILLIS);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LONGEST_ANSWER_MILLIS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LONGEST_DELIVERY_MILLIS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_TRANSACTION_MILLIS);
    }

    /**
     * Makes a change: all of it or nothing.
     *
     * @return what was written, with its offsets, once readers see it; nothing where nothing was to be written
     * @throws ChannelException where the decision says so, or Kafka or others do not let it through in time
     */
    List<ChannelRecord> make(Decision decision) throws ChannelException {
        long deadline = System.nanoTime() + patience.toNanos();
        Attempt attempt = new Attempt(decision);
        for (int pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                return attempt.make();
            } catch (InterruptException e) {
                throw new ChannelException("interrupted while changing " + Topics.WEIGHTS.name(), e);
            } catch (KafkaException e) {
                if (isDenied(e) || System.nanoTime() > deadline) {
                    throw notChanged(e);
                }
                pauseFor(1 + random.nextInt(pause));
            }
        }
    }

    private ChannelException notChanged(KafkaException e) {
        String reason = isFenced(e)
                ? "others kept changing channels for " + patience.toSeconds() + " s"
                : Objects.requireNonNullElse(root(e).getMessage(), e.getClass().getSimpleName());
        return new ChannelException("topic " + Topics.WEIGHTS.name() + " cannot be changed: " + reason, e);
    }

    private static void pauseFor(long millis) throws ChannelException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChannelException("interrupted while changing " + Topics.WEIGHTS.name(), e);
        }
    }

    private static boolean isDenied(KafkaException e) {
        Throwable root = root(e);
        return root instanceof AuthorizationException || root instanceof AuthenticationException;
    }

    private static boolean isFenced(KafkaException e) {
        Throwable root = root(e);
        return root instanceof ProducerFencedException || root instanceof InvalidProducerEpochException;
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** One change, tried as often as it takes. */
    private final class Attempt {

        private final Decision decision;
        /** What an earlier try may have committed without having been told so. */
        private List<Step> uncertain = List.of();

        private final List<ChannelRecord> seen = new ArrayList<>();

        Attempt(Decision decision) {
            this.decision = decision;
        }

        List<ChannelRecord> make() throws ChannelException {
            log.readToEnd(seen::add);
            KafkaProducer<String, byte[]> producer =
                    new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
            try {
                // Asked for beforehand, so that as little as possible has to be asked for while others are kept out.
                producer.partitionsFor(Topics.WEIGHTS.name());
                producer.partitionsFor(Topics.WEIGHTS_EVENTS.name());
                producer.initTransactions();
                // From here on nobody else commits, or we do not.
                log.readToEnd(seen::add);
                Optional<List<ChannelRecord>> done = committedEarlier();
                return done.isPresent() ? done.get() : write(producer, decision.on(log.state()));
            } finally {
                // What is open is no longer wanted; whoever comes next ends it.
                producer.close(Duration.ZERO);
            }
        }

        private Optional<List<ChannelRecord>> committedEarlier() {
            List<ChannelRecord> found = uncertain.stream()
                    .flatMap(step -> seen.stream()
                            .filter(record ->
                                    record.key().equals(step.key()) && Objects.equals(record.value(), step.value()))
                            .limit(1))
                    .toList();
            return uncertain.isEmpty() || found.size() < uncertain.size() ? Optional.empty() : Optional.of(found);
        }

        private List<ChannelRecord> write(KafkaProducer<String, byte[]> producer, List<Step> steps) {
            if (steps.isEmpty()) {
                return List.of();
            }
            producer.beginTransaction();
            seen.clear();
            uncertain = steps;
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Step step : steps) {
                sent.add(producer.send(new ProducerRecord<>(
                        Topics.WEIGHTS.name(),
                        0,
                        step.key(),
                        Topics.WEIGHTS.valueSerde().serializer().serialize(Topics.WEIGHTS.name(), step.value()))));
                WeightsEvent event = step.event();
                if (event != null) {
                    var unused = producer.send(new ProducerRecord<>(
                            Topics.WEIGHTS_EVENTS.name(),
                            event.getModel(),
                            Topics.WEIGHTS_EVENTS
                                    .valueSerde()
                                    .serializer()
                                    .serialize(Topics.WEIGHTS_EVENTS.name(), event)));
                }
            }
            producer.commitTransaction();
            List<ChannelRecord> written = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                written.add(new ChannelRecord(steps.get(i).key(), steps.get(i).value(), offset(sent.get(i))));
            }
            await(written.get(written.size() - 1).offset());
            return written;
        }

        private void await(long committed) {
            try {
                log.readPast(committed);
            } catch (KafkaException e) {
                // It is committed, and whoever reads next waits for it.
            }
        }

        private long offset(Future<RecordMetadata> committed) {
            try {
                return committed.get().offset();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a committed record must have been sent", e);
            }
        }
    }
}
