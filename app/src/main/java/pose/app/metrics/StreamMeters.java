package pose.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import pose.stream.BatchTimes;
import pose.stream.StreamListener;
import pose.track.TrackChange;

/** Counts and measures what a stream does. All of it are additions without locks. */
final class StreamMeters implements StreamListener {

    /** Beyond these, cameras are counted together. */
    private static final int MOST_CAMERAS = 1000;

    private static final Duration[] TIMES =
            millis(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000);
    private static final Duration[] AGES =
            millis(20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000);
    private static final Duration[] TRACKING_TIMES = LongStream.of(20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
            .mapToObj(us -> Duration.ofNanos(1000 * us))
            .toArray(Duration[]::new);
    static final double[] FRAMES = DoubleStream.iterate(1, n -> 2 * n).limit(11).toArray();

    private final PerCamera<CameraMeters> cameras;
    private final DistributionSummary batchFrames;
    private final DistributionSummary batchPeople;
    private final Timer queued;
    private final Timer prepared;
    private final Timer inferred;
    private final Timer tracked;
    private final LocatingMeters locating;
    private final Counter retries;
    private final Counter retriedFrames;

    StreamMeters(MeterRegistry registry) {
        cameras = new PerCamera<>(MOST_CAMERAS, camera -> new CameraMeters(registry, camera));
        cameras.of(UNKNOWN_CAMERA);
        batchFrames = DistributionSummary.builder("pose.batch.frames")
                .description("Frames in a batch that came back from the engine")
                .serviceLevelObjectives(FRAMES)
                .register(registry);
        batchPeople = DistributionSummary.builder("pose.batch.people")
                .description("People seen in a batch that came back from the engine")
                .serviceLevelObjectives(FRAMES)
                .register(registry);
        locating = new LocatingMeters(registry);
        queued =
                timer(registry, "pose.queue.wait", "How long a batch's oldest frame waited until the batch was closed");
        prepared = timer(registry, "pose.preparation", "How long the engine then waited for the batch's last picture");
        inferred = timer(registry, "pose.inference", "How long the engine took for a batch");
        tracked = Timer.builder("pose.tracking")
                .description("How long following everyone into a frame took")
                .serviceLevelObjectives(TRACKING_TIMES)
                .register(registry);
        retries = Counter.builder("pose.engine.retries")
                .description("Batches on which the engine failed and which were tried again by halves")
                .register(registry);
        retriedFrames = Counter.builder("pose.engine.retried.frames")
                .description("Frames in the batches on which the engine failed")
                .register(registry);
    }

    static Timer timer(MeterRegistry registry, String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(TIMES)
                .register(registry);
    }

    private static Duration[] millis(long... values) {
        return LongStream.of(values).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    /** What is told by camera. */
    private static final class CameraMeters {
        private final Counter poses;
        private final Counter deadLetters;
        private final Counter gaps;
        private final Timer age;
        private final Map<TrackChange.Kind, Counter> changes = new EnumMap<>(TrackChange.Kind.class);

        CameraMeters(MeterRegistry registry, String camera) {
            poses = counter(registry, "pose.events", "Pose events written", camera);
            deadLetters = counter(registry, "pose.dead.letters", "Records that went to the dead letters", camera);
            gaps = counter(registry, "pose.gaps", "Frames answered by a gap instead of being looked at", camera);
            for (TrackChange.Kind kind : TrackChange.Kind.values()) {
                changes.put(
                        kind,
                        Counter.builder("pose.track.changes")
                                .description("What happened to people's tracks")
                                .tag("camera", camera)
                                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                                .register(registry));
            }
            age = Timer.builder("pose.event.age")
                    .description("From a frame's capture until its answer was handed to Kafka")
                    .tag("camera", camera)
                    .serviceLevelObjectives(AGES)
                    .register(registry);
        }

        private static Counter counter(MeterRegistry registry, String name, String description, String camera) {
            return Counter.builder(name)
                    .description(description)
                    .tag("camera", camera)
                    .register(registry);
        }
    }

    @Override
    public void answered(String camera, Answer answer, OptionalLong ageMicros) {
        CameraMeters meters = cameras.of(camera);
        switch (answer) {
            case POSE -> meters.poses.increment();
            case DEAD_LETTER -> meters.deadLetters.increment();
            case GAP -> meters.gaps.increment();
        }
        if (ageMicros.isPresent()) {
            // A camera's clock may be ahead of ours.
            meters.age.record(Math.max(0, ageMicros.getAsLong()), TimeUnit.MICROSECONDS);
        }
    }

    @Override
    public void tracked(String camera, List<TrackChange> changes, long nanos) {
        tracked.record(nanos, TimeUnit.NANOSECONDS);
        if (!changes.isEmpty()) {
            CameraMeters meters = cameras.of(camera);
            changes.forEach(change ->
                    Objects.requireNonNull(meters.changes.get(change.kind())).increment());
        }
    }

    @Override
    public void located(BatchTimes batch) {
        locating.located(batch);
    }

    @Override
    public void inferred(BatchTimes batch) {
        batchFrames.record(batch.frames());
        batchPeople.record(batch.people());
        queued.record(batch.queued());
        prepared.record(batch.prepared());
        inferred.record(batch.inferred());
    }

    @Override
    public void retried(int frames, Throwable cause) {
        retries.increment();
        retriedFrames.increment(frames);
    }
}
