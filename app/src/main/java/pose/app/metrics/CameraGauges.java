package pose.app.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import pose.ingest.camera.CameraState;
import pose.ingest.camera.CameraState.Phase;

/** How each camera that runs is doing, at the moment of a scrape. */
final class CameraGauges implements MultiCollector {

    private final Supplier<List<CameraState>> states;

    CameraGauges(Supplier<List<CameraState>> states) {
        this.states = states;
    }

    @Override
    public MetricSnapshots collect() {
        List<CameraState> now = states.get();
        return MetricSnapshots.of(
                gauge(
                        "pose_ingest_up",
                        "1 while frames come from the camera",
                        now,
                        camera -> camera.phase() == Phase.LIVE ? 1 : 0),
                gauge(
                        "pose_ingest_waiting_bytes",
                        "Bytes of pictures that wait for Kafka",
                        now,
                        CameraState::waitingBytes));
    }

    private static GaugeSnapshot gauge(
            String name, String help, List<CameraState> cameras, ToDoubleFunction<CameraState> value) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        cameras.forEach(camera -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(Labels.of("camera", camera.id()))
                .value(value.applyAsDouble(camera))
                .build()));
        return gauge.build();
    }
}
