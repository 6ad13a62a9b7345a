package pose.ingest.camera;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pose.ingest.FrameLimit;
import pose.ingest.FrameSource;
import pose.ingest.IngestException;
import pose.ingest.ProducerSettings;
import pose.ingest.PublisherOptions;
import pose.ingest.SourceException;
import pose.ingest.resume.FormerRun;
import pose.ingest.source.FrameSources;
import pose.schema.Topics;

/**
 * Every live camera of this process, each on a thread of its own, all over one Kafka producer. A camera that is lost is reached
 * again and again; one that Kafka is too slow for loses its oldest frames, which its gaps tell; none holds up another. Safe
 * from any thread.
 */
public final class Cameras implements AutoCloseable {

    /** Opens a camera; bounded in time, and ended by interrupting the thread that is in it. */
    interface Opener {

        FrameSource open(CameraSettings camera) throws SourceException;
    }

    /** Room for what the producer holds of all cameras, half of what the producer may take. */
    private static final long IN_FLIGHT_BYTES = 16L << 20;

    /** Looks for what a camera gave in an earlier run; bounded in time. */
    interface History {

        OptionalLong lastCaptureUs(String camera);
    }

    private static final long MAX_BLOCK_MILLIS = 5000;
    private static final Duration LONGEST_DELIVERY = Duration.ofDays(24);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(15);
    private static final long STOP_MILLIS = 10_000;

    private final Opener opener;
    private final History history;
    private final CameraListener listener;
    private final LongSupplier hostMicros;
    private final RandomGenerator random = new java.security.SecureRandom();
    private final FrameSender sender;
    private final Thread sending;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private long lastEpochUs;
    private boolean closed;

    Cameras(
            Supplier<Producer<String, byte[]>> producers,
            int largestBytes,
            CameraListener listener,
            Opener opener,
            History history,
            LongSupplier hostMicros) {
        this.opener = opener;
        this.history = history;
        this.listener = listener;
        this.hostMicros = hostMicros;
        this.sender = new FrameSender(producers, IN_FLIGHT_BYTES, largestBytes, listener, hostMicros, System::nanoTime);
        this.sending = new Thread(sender, "frames to Kafka");
        sending.start();
    }

    /**
     * Finds the brokers and reads the limit on a frame's size; no camera runs yet.
     *
     * @param kafka client settings with {@code bootstrap.servers}
     * @param connectTimeout for a broker to answer now; later ones are waited for without end
     * @throws IngestException where no broker answers in time, or a topic is not there
     */
    public static Cameras connect(Properties kafka, Duration connectTimeout, CameraListener listener)
            throws IngestException {
        PublisherOptions options = new PublisherOptions(connectTimeout, LONGEST_DELIVERY);
        FrameLimit limit = FrameLimit.of(kafka, Topics.FRAMES.name(), options);
        FrameLimit unused = FrameLimit.of(kafka, Topics.GAPS.name(), options);
        Properties settings = ProducerSettings.of(kafka, limit, options);
        // The sender must not be held up for long: it has other cameras to serve.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(MAX_BLOCK_MILLIS));
        // Gaps may be hours apart; asking anew for their topic would wait for a broker that is away.
        settings.put(
                ProducerConfig.METADATA_MAX_IDLE_CONFIG,
                Long.toString(Duration.ofDays(365).toMillis()));
        try {
            return new Cameras(
                    () -> new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
                    limit.bytes(),
                    listener,
                    camera -> FrameSources.open(camera.source(), camera.options(), Clock.systemUTC()),
                    camera -> FormerRun.lastCaptureUs(kafka, camera, Clock.systemUTC()),
                    steadyMicros());
        } catch (KafkaException e) {
            throw new IngestException("no producer can be made with these Kafka settings: " + e.getMessage(), e);
        }
    }

    /** This machine's time as it is now, going on steadily whatever is done to the clock. */
    private static LongSupplier steadyMicros() {
        long began = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        long nanos = System.nanoTime();
        return () -> began + TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - nanos);
    }

    /**
     * Makes these the cameras that run: starts new ones, stops those that are not among them, stops and starts again those whose
     * settings changed, and leaves every other alone. What a stopped camera gave is still sent.
     *
     * @throws IllegalArgumentException where two have the same id; nothing is changed then
     */
    public synchronized void apply(Collection<CameraSettings> wanted) {
        Map<String, CameraSettings> byId = new LinkedHashMap<>();
        for (CameraSettings camera : wanted) {
            if (byId.put(camera.id(), camera) != null) {
                throw new IllegalArgumentException("camera " + camera.id() + " is there twice; each id once");
            }
        }
        if (closed) {
            throw new IllegalStateException("the cameras are closed");
        }
        List<Running> stopped = running.values().stream()
                .filter(one -> !one.settings.equals(byId.get(one.settings.id())))
                .toList();
        stop(stopped);
        stopped.forEach(one -> running.remove(one.settings.id()));
        byId.values().forEach(camera -> running.computeIfAbsent(camera.id(), id -> start(camera)));
    }

    /** The cameras that run, in the order they came. */
    public synchronized List<CameraState> states() {
        return running.values().stream().map(one -> one.line.state()).toList();
    }

    private Running start(CameraSettings camera) {
        // Never the epoch of a run before, also where the clock was put back or two come within a microsecond.
        lastEpochUs = Math.max(lastEpochUs + 1, hostMicros.getAsLong());
        CameraLine line = new CameraLine(camera, new Ledger(lastEpochUs));
        CameraRun run = new CameraRun(
                line,
                () -> history.lastCaptureUs(camera.id()),
                () -> opener.open(camera),
                new Backoff(camera.backoff(), random),
                length -> TimeUnit.NANOSECONDS.sleep(length.toNanos()),
                listener,
                sender::wake,
                hostMicros);
        Thread thread = new Thread(run, "camera " + camera.id());
        sender.add(line);
        thread.start();
        return new Running(camera, line, thread);
    }

    private static void stop(List<Running> ones) {
        ones.forEach(one -> one.thread.interrupt());
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        boolean interrupted = false;
        for (Running one : ones) {
            try {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                one.thread.join(Math.max(1, left));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Stops all cameras and sends what waits, for at most 15 seconds.
     *
     * @return how many frames Kafka has not taken by then; they are lost, and no gap tells of them
     */
    public synchronized long stop() {
        if (closed) {
            return 0;
        }
        closed = true;
        List<Running> all = new ArrayList<>(running.values());
        stop(all);
        sender.stop(PATIENCE_AT_THE_END);
        try {
            sending.join(PATIENCE_AT_THE_END.toMillis() + STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sender.unsent();
    }

    @Override
    public void close() {
        long unused = stop();
    }

    private record Running(CameraSettings settings, CameraLine line, Thread thread) {}
}
