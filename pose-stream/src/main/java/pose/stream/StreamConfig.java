package pose.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pose.track.TrackSettings;

/**
 * How to run a {@link PoseStream}.
 *
 * @param applicationId the consumer group's name: all streams with the same share the frames among them
 * @param bootstrap host:port of at least one broker, comma-separated
 * @param kafka further Kafka settings, which override ours; not those in {@link #OWN_SETTINGS}
 * @param threads how many stream threads, 1 to 64; one or two on two cores are best
 * @param batching when a batch is closed
 * @param people whom to look at, where people are located
 * @param exactlyOnce exactly-once-v2 rather than at-least-once
 * @param instance a name that stays the same over restarts: this stream then gets its partitions back at once (static
 *     membership, KIP-345)
 * @param stateDir where Kafka Streams may write
 * @param tracks how people are followed from frame to frame; empty where they are not
 */
public record StreamConfig(
        String applicationId,
        String bootstrap,
        Map<String, String> kafka,
        int threads,
        BatchPolicy batching,
        PeopleSettings people,
        boolean exactlyOnce,
        Optional<String> instance,
        Path stateDir,
        Optional<TrackSettings> tracks) {

    /** Kafka settings that follow from the others and cannot be overridden. */
    public static final Set<String> OWN_SETTINGS = Set.of(
            "application.id",
            "bootstrap.servers",
            "num.stream.threads",
            "processing.guarantee",
            "group.protocol",
            "group.instance.id",
            "state.dir",
            "main.consumer.interceptor.classes");

    private static final int MOST_THREADS = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    public StreamConfig {
        requireName("applicationId", applicationId);
        instance.ifPresent(name -> requireName("instance", name));
        if (bootstrap.isBlank()) {
            throw new IllegalArgumentException("bootstrap is empty; it must be host:port, or several with commas");
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads is " + threads + "; it must be from 1 to " + MOST_THREADS);
        }
        kafka = Map.copyOf(kafka);
        for (String key : kafka.keySet()) {
            if (OWN_SETTINGS.contains(key)) {
                throw new IllegalArgumentException("kafka setting " + key + " is " + kafka.get(key)
                        + "; the stream sets that one itself, from its own options");
            }
        }
    }

    private static void requireName(String parameter, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(parameter + " is '" + value
                    + "'; it must be 1 to 200 letters, digits, dots, dashes or underscores");
        }
    }

    /**
     * How long what was done waits to be committed at most, where no Kafka setting overrides it. Under exactly-once nobody
     * sees a pose before its transaction is committed.
     */
    public Duration commitInterval() {
        return Duration.ofMillis(exactlyOnce ? 50 : 1_000);
    }

    /** One thread, batches of 16 within 20 ms, 64 MiB of pictures ahead, at-least-once, people tracked. */
    public static StreamConfig of(String bootstrap) {
        return new StreamConfig(
                "pose-stream",
                bootstrap,
                Map.of(),
                1,
                new BatchPolicy(16, Duration.ofMillis(20), 64L * 1024 * 1024),
                PeopleSettings.defaults(),
                false,
                Optional.empty(),
                Path.of(System.getProperty("java.io.tmpdir"), "pose-stream"),
                Optional.of(TrackSettings.defaults()));
    }

    public StreamConfig withApplicationId(String id) {
        return new StreamConfig(
                id, bootstrap, kafka, threads, batching, people, exactlyOnce, instance, stateDir, tracks);
    }

    public StreamConfig withKafka(Map<String, String> settings) {
        return new StreamConfig(
                applicationId, bootstrap, settings, threads, batching, people, exactlyOnce, instance, stateDir, tracks);
    }

    public StreamConfig withThreads(int count) {
        return new StreamConfig(
                applicationId, bootstrap, kafka, count, batching, people, exactlyOnce, instance, stateDir, tracks);
    }

    /** See {@link BatchPolicy}. */
    public StreamConfig withBatches(int maxBatch, Duration maxDelay) {
        return withBatching(new BatchPolicy(maxBatch, maxDelay, batching.maxQueuedBytes(), batching.maxAge()));
    }

    public StreamConfig withBatching(BatchPolicy policy) {
        return new StreamConfig(
                applicationId, bootstrap, kafka, threads, policy, people, exactlyOnce, instance, stateDir, tracks);
    }

    /** See {@link PeopleSettings}. */
    public StreamConfig withPeople(PeopleSettings settings) {
        return new StreamConfig(
                applicationId, bootstrap, kafka, threads, batching, settings, exactlyOnce, instance, stateDir, tracks);
    }

    public StreamConfig withExactlyOnce(boolean on) {
        return new StreamConfig(
                applicationId, bootstrap, kafka, threads, batching, people, on, instance, stateDir, tracks);
    }

    public StreamConfig withInstance(String name) {
        return new StreamConfig(
                applicationId,
                bootstrap,
                kafka,
                threads,
                batching,
                people,
                exactlyOnce,
                Optional.of(name),
                stateDir,
                tracks);
    }

    public StreamConfig withStateDir(Path dir) {
        return new StreamConfig(
                applicationId, bootstrap, kafka, threads, batching, people, exactlyOnce, instance, dir, tracks);
    }

    public StreamConfig withTracks(Optional<TrackSettings> settings) {
        return new StreamConfig(
                applicationId, bootstrap, kafka, threads, batching, people, exactlyOnce, instance, stateDir, settings);
    }
}
