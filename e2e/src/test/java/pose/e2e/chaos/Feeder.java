package pose.e2e.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import pose.schema.Topics;

/** Publishes frames as ingest does, every camera in turn, and knows what was acknowledged. */
public final class Feeder implements AutoCloseable {

    private static final long TICK_MILLIS = 5;
    /** Longer than any broker is away in a test: what was sent is sent in the end. */
    private static final int PATIENCE_MILLIS = 300_000;

    private final KafkaProducer<String, byte[]> producer;
    private final Load load;
    private final List<String> cameras;
    private final Pictures pictures;
    private final Map<String, Long> sent = new HashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private @Nullable ScheduledFuture<?> ticks;
    private long total;

    private Feeder(String bootstrap, Load load, Pictures pictures) {
        this.load = load;
        this.pictures = pictures;
        this.cameras = load.names();
        Properties properties = new Properties();
        properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
        properties.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.setProperty(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.toString(PATIENCE_MILLIS));
        properties.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, Integer.toString(PATIENCE_MILLIS));
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** Begins to publish, so many frames a second over all cameras. */
    public static Feeder start(String bootstrap, Load load, int framesPerSecond) {
        Feeder feeder = new Feeder(bootstrap, load, Pictures.render());
        long began = System.nanoTime();
        feeder.ticks = feeder.clock.scheduleAtFixedRate(
                () -> feeder.publishUntil((System.nanoTime() - began) * framesPerSecond / TimeUnit.SECONDS.toNanos(1)),
                0,
                TICK_MILLIS,
                TimeUnit.MILLISECONDS);
        return feeder;
    }

    /** Publishes so many frames of each camera at once, and returns when all are acknowledged. */
    public static Published publishAll(String bootstrap, Load load, int framesPerCamera) {
        return publishAll(bootstrap, load, framesPerCamera, Pictures.render());
    }

    /** As {@link #publishAll(String, Load, int)}, with these pictures. */
    public static Published publishAll(String bootstrap, Load load, int framesPerCamera, Pictures pictures) {
        try (Feeder feeder = new Feeder(bootstrap, load, pictures)) {
            feeder.publishUntil((long) framesPerCamera * load.cameras());
            return feeder.stop();
        }
    }

    private void publishUntil(long count) {
        for (; total < count; total++) {
            String camera = cameras.get((int) (total % cameras.size()));
            FrameId frame = new FrameId(camera, sent.getOrDefault(camera, 0L));
            byte[] value = pictures.encoded(frame, load.isBroken(frame));
            var unused = producer.send(new ProducerRecord<>(Topics.FRAMES.name(), camera, value), (metadata, e) -> {
                if (e == null) {
                    acknowledged.incrementAndGet();
                } else {
                    failure.compareAndSet(null, e);
                }
            });
            sent.merge(camera, 1L, Long::sum);
        }
    }

    /** How many frames the broker has taken so far. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /**
     * Stops publishing and waits until all that was sent is acknowledged.
     *
     * @throws IllegalStateException where a frame could not be published: then no promise can be judged
     */
    public Published stop() {
        endTicks();
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("a frame could not be published", failure.get());
        }
        Published published = new Published(sent, load);
        if (published.total() != acknowledged.get()) {
            throw new IllegalStateException(
                    acknowledged + " of " + published.total() + " frames were acknowledged, without an error");
        }
        return published;
    }

    private void endTicks() {
        if (ticks != null) {
            ticks.cancel(false);
        }
        clock.shutdown();
        try {
            if (!clock.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the last frames cannot be published");
            }
            if (ticks != null && !ticks.isCancelled()) {
                ticks.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("publishing failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close();
    }
}
