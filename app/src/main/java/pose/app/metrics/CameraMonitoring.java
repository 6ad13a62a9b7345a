package pose.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pose.app.http.HttpAnswer;
import pose.ingest.camera.CameraListener;
import pose.ingest.camera.CameraState;

/** Numbers and health of live cameras, over HTTP, from before there are any. docs/metrics.md explains each. */
public final class CameraMonitoring implements AutoCloseable {

    /** The text format that every Prometheus reads. */
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ProcessMeters process = new ProcessMeters();
    private final CameraMeters meters = new CameraMeters(registry);
    private final CameraHealth health = new CameraHealth(this::states, System::nanoTime);
    private final MonitoringServer server;
    private volatile @Nullable Supplier<List<CameraState>> watched;

    private CameraMonitoring(String host, int port) {
        server = MonitoringServer.open(
                host,
                port,
                Map.of(
                        "/metrics", () -> new HttpAnswer(200, TEXT, registry.scrape()),
                        // Nothing that a restart would help against goes unnoticed by the process itself.
                        "/health/live", () -> HealthPage.answer("live", new Health.Verdict(Map.of())),
                        "/health/ready", () -> HealthPage.answer("ready", health.ready())));
        process.bind(registry);
        Gauge.builder("pose.ingest.ready", () -> health.ready().holds() ? 1 : 0)
                .description("1 while every camera gives frames and Kafka takes them")
                .register(registry);
        registry.getPrometheusRegistry().register(new CameraGauges(() -> states().orElse(List.of())));
    }

    /**
     * Opens {@code /metrics}, {@code /health/live} and {@code /health/ready}, at once.
     *
     * @param port 1 to 65535, or 0 for any free one
     * @throws pose.app.UserMistake where the port cannot be listened on
     */
    public static CameraMonitoring at(String host, int port) {
        return new CameraMonitoring(host, port);
    }

    /** Where it answers: {@code http://host:port}. */
    public String url() {
        return server.url();
    }

    /** What is to hear of the cameras. */
    public List<CameraListener> listeners() {
        return List.of(meters, health);
    }

    /** From now on these cameras are looked at. */
    public void watch(Supplier<List<CameraState>> states) {
        watched = states;
    }

    private Optional<List<CameraState>> states() {
        return Optional.ofNullable(watched).map(Supplier::get);
    }

    @Override
    public void close() {
        server.close();
        process.close();
        registry.close();
    }
}
