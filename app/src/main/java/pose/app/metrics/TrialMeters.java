package pose.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import pose.schema.WeightsRef;
import pose.stream.trial.TrialListener;
import pose.stream.trial.Verdict;
import pose.stream.trial.Verdict.Outcome;

/** Counts and measures what is done to candidates. */
final class TrialMeters implements TrialListener {

    private static final double[] SHARES = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};

    private final DistributionSummary distance;
    private final Counter frames;
    private final Counter dropped;
    private final Counter lost;
    private final Map<Outcome, Counter> decisions = new EnumMap<>(Outcome.class);

    TrialMeters(MeterRegistry registry) {
        frames = counter(registry, "pose.shadow.frames", "Frames that a second version has looked at");
        dropped = counter(
                registry, "pose.shadow.dropped.frames", "Frames that it did not look at, since the stream was busy");
        lost = counter(registry, "pose.shadow.lost.records", "Shadow poses that could not be written");
        distance = DistributionSummary.builder("pose.shadow.distance")
                .description("How far apart the two versions' keypoints are, as a share of the person's extent")
                .serviceLevelObjectives(SHARES)
                .register(registry);
        for (Outcome outcome : Outcome.values()) {
            decisions.put(
                    outcome,
                    Counter.builder("pose.trial.decisions")
                            .description("Candidates that this stream has decided about")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    @Override
    public void looked(double share, Duration took) {
        frames.increment();
        distance.record(share);
    }

    @Override
    public void dropped(int count) {
        dropped.increment(count);
    }

    @Override
    public void lost(String reason) {
        lost.increment();
    }

    @Override
    public void decided(WeightsRef candidate, Verdict verdict) {
        Counter counter = decisions.get(verdict.outcome());
        if (counter != null) {
            counter.increment();
        }
    }
}
