package pose.app.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Optional;
import java.util.function.Supplier;
import pose.schema.WeightsRef;

/** Which weights version there is in a place, at the moment of a scrape. */
final class WeightsInfo implements Collector {

    private final String name;
    private final String help;
    private final Supplier<Optional<WeightsRef>> version;

    private WeightsInfo(String name, String help, Supplier<Optional<WeightsRef>> version) {
        this.name = name;
        this.help = help;
        this.version = version;
    }

    /** {@code pose_weights_info}. */
    static WeightsInfo serving(StreamView stream) {
        return new WeightsInfo("pose_weights", "The weights version that looks at frames now", stream::weights);
    }

    /** {@code pose_candidate_weights_info}. */
    static WeightsInfo candidate(StreamView stream) {
        return new WeightsInfo(
                "pose_candidate_weights", "The weights version that is loaded to be tried", stream::candidate);
    }

    /** {@code pose_locator_info}. */
    static WeightsInfo locator(StreamView stream) {
        return new WeightsInfo("pose_locator", "The locator that looks for people now", stream::locator);
    }

    @Override
    public MetricSnapshot collect() {
        InfoSnapshot.Builder info = InfoSnapshot.builder().name(name).help(help);
        version.get()
                .ifPresent(weights -> info.dataPoint(new InfoDataPointSnapshot(Labels.of(
                        "name", weights.getName(), "version", weights.getVersion(), "sha256", weights.getSha256()))));
        return info.build();
    }
}
