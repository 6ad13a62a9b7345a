package pose.app.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.MetricName;
import pose.schema.Topics;

/**
 * Kafka's own metrics at the moment of a scrape, as {@code kafka_<group>_<name>{client}}. Only those of a whole client or
 * stream thread: there are hundreds more of each broker, topic, partition, task and processor, and rates, which Prometheus
 * makes of the totals. The one of each partition that is kept is {@code records-lag}.
 *
 * <p>A client's label leaves out the process's random id, so that a restart makes no new time series.
 */
final class KafkaMeters implements MultiCollector {

    private static final Set<String> OF_A_CLIENT = Set.of("client-id", "thread-id");
    /** A stream has no state to restore. */
    private static final Set<String> LEFT_OUT =
            Set.of("app-info", "kafka-metrics-count", "stream-state-updater-metrics");

    private static final String RESTORING = "restore-consumer";
    private static final Pattern RATE = Pattern.compile("-rate(-per-hour)?$");
    private static final Pattern THREAD = Pattern.compile("StreamThread-\\d+.*|admin$");
    private static final String TOTAL = "_total";

    private final StreamView stream;

    KafkaMeters(StreamView stream) {
        this.stream = stream;
    }

    private record Family(String help, Map<Labels, Double> values) {}

    @Override
    public MetricSnapshots collect() {
        Map<String, Family> families = new TreeMap<>();
        stream.kafkaMetrics().forEach((name, metric) -> {
            if (isKept(name)
                    && metric.metricValue() instanceof Number number
                    && Double.isFinite(number.doubleValue())) {
                families.computeIfAbsent(nameOf(name), any -> new Family(name.description(), new TreeMap<>()))
                        .values()
                        // A client that is replaced may stand beside its successor for a moment.
                        .merge(labelsOf(name), number.doubleValue(), Math::max);
            }
        });
        MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
        families.forEach((name, family) -> snapshots.metricSnapshot(snapshot(name, family)));
        return snapshots.build();
    }

    private static boolean isKept(MetricName name) {
        return !LEFT_OUT.contains(name.group())
                && !RATE.matcher(name.name()).find()
                && !idOf(name).endsWith(RESTORING)
                && (OF_A_CLIENT.containsAll(name.tags().keySet()) || isLag(name));
    }

    private static boolean isLag(MetricName name) {
        // Kafka tells it twice where a topic's name has dots, once with underscores for them.
        return name.name().equals("records-lag")
                && Topics.FRAMES.name().equals(name.tags().get("topic"));
    }

    private static String nameOf(MetricName name) {
        String group = name.group().replaceFirst("-metrics$", "");
        return "kafka_" + (group + "_" + name.name()).replaceAll("[^A-Za-z0-9]", "_");
    }

    private static Labels labelsOf(MetricName name) {
        Labels client = Labels.of("client", clientOf(name));
        return isLag(name)
                ? client.add("topic", String.valueOf(name.tags().get("topic")))
                        .add("partition", String.valueOf(name.tags().get("partition")))
                : client;
    }

    private static String clientOf(MetricName name) {
        Matcher thread = THREAD.matcher(idOf(name));
        return thread.find() ? thread.group() : "streams";
    }

    private static String idOf(MetricName name) {
        return name.tags().getOrDefault("thread-id", name.tags().getOrDefault("client-id", ""));
    }

    private static MetricSnapshot snapshot(String name, Family family) {
        if (name.endsWith(TOTAL)) {
            CounterSnapshot.Builder counter = CounterSnapshot.builder()
                    .name(PrometheusNaming.sanitizeMetricName(name.substring(0, name.length() - TOTAL.length())))
                    .help(family.help());
            family.values()
                    .forEach((labels, value) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                            .labels(labels)
                            .value(Math.max(0, value))
                            .build()));
            return counter.build();
        }
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name(PrometheusNaming.sanitizeMetricName(name))
                .help(family.help());
        family.values()
                .forEach((labels, value) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build()));
        return gauge.build();
    }
}
