package pose.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import pose.app.http.HttpAnswer;
import pose.stream.StreamListener;
import pose.stream.trial.TrialListener;
import pose.stream.weights.WeightsListener;

/** All numbers of a stream and its process, as a page for Prometheus. docs/metrics.md explains each. */
final class MeterPage implements AutoCloseable {

    /** The text format that every Prometheus reads. */
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ProcessMeters process = new ProcessMeters();
    private final StreamMeters meters = new StreamMeters(registry);
    private final TrialMeters trials = new TrialMeters(registry);
    private final WeightsMeters weights = WeightsMeters.poses(registry);
    private final WeightsMeters locators = WeightsMeters.locators(registry);

    MeterPage(StreamView stream, Health health, BrokerWatch broker) {
        process.bind(registry);
        StreamGauges.bind(registry, stream, health);
        Gauge.builder("pose.broker.away", () -> broker.away() ? 1 : 0)
                .description("1 while no broker answers")
                .register(registry);
        registry.getPrometheusRegistry().register(WeightsInfo.serving(stream));
        registry.getPrometheusRegistry().register(WeightsInfo.candidate(stream));
        registry.getPrometheusRegistry().register(WeightsInfo.locator(stream));
        registry.getPrometheusRegistry().register(new KafkaMeters(stream));
    }

    /** What is to be told of all that the stream does. */
    StreamListener listener() {
        return meters;
    }

    /** What is to be told of what is done to candidates. */
    TrialListener trials() {
        return trials;
    }

    /** What is to be told of the versions that come and go. */
    WeightsListener weights() {
        return weights;
    }

    /** What is to be told of the locators that come and go. */
    WeightsListener locators() {
        return locators;
    }

    HttpAnswer answer() {
        return new HttpAnswer(200, TEXT, registry.scrape());
    }

    @Override
    public void close() {
        process.close();
        registry.close();
    }
}
