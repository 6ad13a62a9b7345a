package pose.stream;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.restoreConsumerPrefix;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import pose.schema.Topics;

/** What Kafka Streams is told. Its defaults are made for small records; a frame is a picture. */
final class KafkaSettings {

    /** What one thread fetches ahead at most, whatever the frames' size. */
    private static final int BYTES_AHEAD = 32 * 1024 * 1024;

    /** So that a fetch is of several partitions; a single frame may be larger (KIP-74). */
    private static final int BYTES_AHEAD_OF_A_PARTITION = 4 * 1024 * 1024;

    /**
     * Room a thread for the tracks of more cameras than it can look at: where it is short, some reach their changelog before
     * the offsets do.
     */
    private static final long TRACKS_BYTES = 16L * 1024 * 1024;

    /** Nobody ends the transaction that an instance without a name left open: readers wait until it times out. */
    private static final Duration UNNAMED_TRANSACTION = Duration.ofSeconds(10);

    /**
     * A named instance ends its own, so this may be as long as a broker is away. A broker that comes back ends what timed out
     * meanwhile at a moment when it cannot yet mark its partitions, and then skips them: with the next transaction those
     * records would be committed.
     */
    private static final Duration NAMED_TRANSACTION = Duration.ofMinutes(5);

    private KafkaSettings() {}

    static Map<String, Object> of(StreamConfig config, LookAhead lookAhead, EnginePace pace) {
        Map<String, Object> settings = new HashMap<>(tuned(config));
        settings.put(consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), pace.framesAhead());
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, pace.framesAhead());
        settings.put(consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), millis(pace.pollInterval()));
        if (config.exactlyOnce()) {
            Duration shortest = config.instance().isPresent() ? NAMED_TRANSACTION : UNNAMED_TRANSACTION;
            settings.put(
                    producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                    millis(pace.transactionTimeout(shortest)));
        }
        settings.putAll(config.kafka());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrap());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        settings.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                config.exactlyOnce() ? StreamsConfig.EXACTLY_ONCE_V2 : StreamsConfig.AT_LEAST_ONCE);
        // The streams protocol (KIP-1071) has neither static membership nor our session time-out.
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        config.instance().ifPresent(name -> settings.put(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG, name));
        settings.put(
                mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG), LookAheadInterceptor.class.getName());
        settings.put(mainConsumerPrefix(LookAheadInterceptor.LOOK_AHEAD_CONFIG), lookAhead);
        return settings;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    private static Map<String, Object> tuned(StreamConfig config) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), BYTES_AHEAD_OF_A_PARTITION);
        settings.put(consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), BYTES_AHEAD);
        settings.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        settings.put(consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        // A camera's tracks are small, and a stream that begins again waits for them.
        settings.put(restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 1_000);
        // They are there in a second: whoever joins gets cameras at once, not after ten minutes of catching up beside
        // the
        // one that has them (KIP-441).
        settings.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, Long.MAX_VALUE);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, config.threads() * TRACKS_BYTES);
        settings.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 2);
        // A dead letter is as large as its frame.
        settings.put(
                producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Topics.DLQ.configs().get("max.message.bytes"));
        if (!config.exactlyOnce()) {
            // A broker that does not lead a partition yet refuses a producer's first batch, takes the second, and then
            // the first no more, which is out of order.
            settings.put(producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        }
        // However long a broker is away: what is to be sent waits, and so does what comes after it.
        settings.put(producerPrefix(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG), Integer.MAX_VALUE);
        settings.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, Long.MAX_VALUE);
        // A time-out here has Streams give up tasks; it must stay below max.poll.interval.ms (5 minutes).
        settings.put(producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), 120_000);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
        settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }
}
