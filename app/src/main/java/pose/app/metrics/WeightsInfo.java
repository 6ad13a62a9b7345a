package pose.app.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/** Which weights version looks at frames, at the moment of a scrape: {@code pose_weights_info}. */
final class WeightsInfo implements Collector {

    private final StreamView stream;

    WeightsInfo(StreamView stream) {
        this.stream = stream;
    }

    @Override
    public MetricSnapshot collect() {
        InfoSnapshot.Builder info =
                InfoSnapshot.builder().name("pose_weights").help("The weights version that looks at frames now");
        stream.weights()
                .ifPresent(weights -> info.dataPoint(new InfoDataPointSnapshot(Labels.of(
                        "name", weights.getName(), "version", weights.getVersion(), "sha256", weights.getSha256()))));
        return info.build();
    }
}
