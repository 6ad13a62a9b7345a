package pose.app.metrics;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** One of Kafka's metrics, standing still. */
record FakeMetric(MetricName metricName, Object metricValue) implements Metric {

    static FakeMetric of(String group, String name, Map<String, String> tags, Object value) {
        return new FakeMetric(new MetricName(name, group, "what " + name + " is", tags), value);
    }
}
