package pose.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.schema.Topics;

/**
 * Reads frames and writes a pose event for each, until it is closed or something fails. Used once: started, then closed.
 *
 * <p>An engine that fails stops this stream, offsets uncommitted; {@link #failure} says what it was.
 */
public final class PoseStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PoseStream.class);
    private static final Duration SETUP_PATIENCE = Duration.ofSeconds(15);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

    private final StreamConfig config;
    private final StreamCounters counters = new StreamCounters();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final StreamListener listener;
    private final BatchInference inference;
    private final Optional<PersonFinding> finding;
    private final FrameDesk batcher;
    private final LookAhead lookAhead;
    /** Written under this object's lock, and read without: whoever asks how it stands must not wait for the start. */
    private volatile @Nullable KafkaStreams streams;

    private boolean closed;

    /** Prepares a stream that nobody listens to, see {@link #PoseStream(StreamConfig, BatchInference, StreamListener)}. */
    public PoseStream(StreamConfig config, BatchInference inference) {
        this(config, inference, StreamListener.NONE);
    }

    /** Prepares a stream that looks at the whole of each picture, see the other. */
    public PoseStream(StreamConfig config, BatchInference inference, StreamListener listener) {
        this(config, Optional.empty(), inference, listener);
    }

    /**
     * Prepares a stream; nothing is read before {@link #start}.
     *
     * @param finding says where people are, used as {@code inference} is; where there is none, that looks where it always does
     * @param inference used by one thread a device; stays the caller's to close, after this stream
     * @param listener hears what is done
     */
    public PoseStream(
            StreamConfig config, Optional<PersonFinding> finding, BatchInference inference, StreamListener listener) {
        this.config = config;
        this.finding = finding;
        this.inference = inference;
        this.listener = new CountingListener(counters, listener);
        BatcherClock clock = new BatcherClock(System::nanoTime, PoseStream::wallMicros);
        this.batcher = finding.<FrameDesk>map(
                        locator -> StagedBatcher.start(locator, inference, config, this.listener, clock))
                .orElseGet(
                        () -> FrameBatcher.start(inference, config.batching(), config.threads(), this.listener, clock));
        this.lookAhead = new LookAhead(batcher);
    }

    private static long wallMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /**
     * Begins to read.
     *
     * @throws StreamSetupException where no broker answers or a topic is missing, found out within 15 s
     */
    public void start() throws StreamSetupException {
        start(SETUP_PATIENCE);
    }

    /** As {@link #start()}, with another bound on how long it takes to find out that it cannot begin. */
    public synchronized void start(Duration patience) throws StreamSetupException {
        if (streams != null || closed) {
            throw new IllegalStateException("a stream is started once");
        }
        Map<String, Object> settings = KafkaSettings.of(config, lookAhead, pace());
        int replicas = TopicsCheck.run(config, settings, patience);
        // The tracks' changelog is to survive what the frames do.
        settings.putIfAbsent(org.apache.kafka.streams.StreamsConfig.REPLICATION_FACTOR_CONFIG, replicas);
        KafkaStreams created = create(new org.apache.kafka.streams.StreamsConfig(settings));
        created.setUncaughtExceptionHandler(this::stopFor);
        created.setStateListener((now, before) -> {
            if (now == State.NOT_RUNNING || now == State.ERROR) {
                stopped.countDown();
            }
        });
        streams = created;
        created.start();
    }

    private EnginePace pace() {
        int batch = config.batching().maxBatch();
        EnginePace looking = EnginePace.of(inference, batch);
        return finding.map(locator -> looking.after(EnginePace.of(locator, batch)))
                .orElse(looking);
    }

    private KafkaStreams create(org.apache.kafka.streams.StreamsConfig settings) {
        StreamRun run = StreamRun.of(config, inference, wallMicros());
        Topology topology = PoseTopology.of(
                () -> new PoseProcessor(lookAhead, run, listener, PoseStream::wallMicros), config.tracks(), listener);
        return config.instance()
                .map(name -> new KafkaStreams(topology, settings, new StableTransactions(config.applicationId(), name)))
                .orElseGet(() -> new KafkaStreams(topology, settings));
    }

    private StreamThreadExceptionResponse stopFor(Throwable thrown) {
        if (ThreadFailure.passes(thrown)) {
            LOG.warn("a stream thread begins anew: {}", thrown.getMessage());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        Throwable cause = ThreadFailure.cause(thrown);
        if (failure.compareAndSet(null, cause)) {
            LOG.error("the stream stops: {}", cause.getMessage());
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** What stopped this stream by itself: an {@link EngineFailure}, or what Kafka Streams could not go on from. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Where Kafka Streams stands; {@code CREATED} before the start. */
    public State state() {
        KafkaStreams running = streams;
        return running == null ? State.CREATED : running.state();
    }

    /**
     * Waits until the stream has stopped, by a failure or because it was closed.
     *
     * @return false where it still runs after the time
     */
    public boolean awaitStopped(Duration timeout) throws InterruptedException {
        return stopped.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was done since the start. */
    public StreamProgress progress() {
        return new StreamProgress(
                counters.framesIn.sum(),
                counters.posesOut.sum(),
                counters.deadLetters.sum(),
                counters.gaps.sum(),
                counters.batches.sum(),
                counters.batchedFrames.sum());
    }

    /** How many frames wait in this process, or are being looked at. */
    public int framesWaiting() {
        return batcher.waiting();
    }

    /** How long the frame has waited in this process that was handed over first and has no result yet. */
    public Optional<Duration> oldestWaiting() {
        return batcher.oldestWaiting();
    }

    /** What Kafka Streams and its clients measure; empty before the start. */
    public Map<MetricName, ? extends Metric> kafkaMetrics() {
        KafkaStreams running = streams;
        return running == null ? Map.of() : running.metrics();
    }

    /** How many frames in the topic this stream has not polled yet, over its partitions, as last heard from the broker. */
    public long lag() {
        KafkaStreams running = streams;
        return running == null
                ? 0
                : running.metrics().entrySet().stream()
                        .filter(metric -> isLag(metric.getKey()))
                        .mapToLong(metric -> value(metric.getValue()))
                        .sum();
    }

    private static boolean isLag(MetricName name) {
        return name.name().equals("records-lag")
                && Topics.FRAMES.name().equals(name.tags().get("topic"));
    }

    private static long value(Metric metric) {
        return metric.metricValue() instanceof Double lag && lag > 0 ? lag.longValue() : 0;
    }

    @Override
    public void close() {
        close(CLOSE_PATIENCE);
    }

    /**
     * Finishes what is in hand, commits it and ends every thread. Other streams take over at once, except from an
     * instance with a name, whose partitions wait for it to come back.
     *
     * @return whether all ended within the time
     */
    public boolean close(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        KafkaStreams running;
        synchronized (this) {
            running = streams;
            closed = true;
        }
        boolean clean = running == null
                || running.close(CloseOptions.timeout(timeout).withGroupMembershipOperation(farewell()));
        // After the stream threads, which may be waiting for a batch; where they wait in vain, this frees them.
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        clean &= batcher.close(left);
        stopped.countDown();
        return clean;
    }

    private GroupMembershipOperation farewell() {
        return config.instance().isPresent()
                ? GroupMembershipOperation.REMAIN_IN_GROUP
                : GroupMembershipOperation.LEAVE_GROUP;
    }
}
