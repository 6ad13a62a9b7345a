package pose.app.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import pose.stream.BatchTimes;

/** Measures the batches in which people are located. All of it are additions without locks. */
final class LocatingMeters {

    private final DistributionSummary frames;
    private final Timer queued;
    private final Timer prepared;
    private final Timer inferred;

    LocatingMeters(MeterRegistry registry) {
        frames = DistributionSummary.builder("pose.location.batch.frames")
                .description("Frames in a batch that came back from the locator's engine")
                .serviceLevelObjectives(StreamMeters.FRAMES)
                .register(registry);
        queued = StreamMeters.timer(
                registry,
                "pose.location.queue.wait",
                "How long the oldest frame of a batch waited for people to be located in it");
        prepared = StreamMeters.timer(
                registry,
                "pose.location.preparation",
                "How long the locator's engine then waited for the batch's last picture");
        inferred = StreamMeters.timer(registry, "pose.location", "How long the locator's engine took for a batch");
    }

    void located(BatchTimes batch) {
        frames.record(batch.frames());
        queued.record(batch.queued());
        prepared.record(batch.prepared());
        inferred.record(batch.inferred());
    }
}
