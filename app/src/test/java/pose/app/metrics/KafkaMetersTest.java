package pose.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.junit.jupiter.api.Test;

class KafkaMetersTest {

    private static final String PROCESS = "pose-stream-8c1ba3cd-8a3b-4a4e-b1f0-0e4a4d3ad1f3";
    private static final Map<String, String> CONSUMER = Map.of("client-id", PROCESS + "-StreamThread-1-consumer");

    private final FakeStream stream = new FakeStream();

    @Test
    void shouldNameWhatAClientTellsWithoutTheRandomIdOfItsProcess() {
        // given
        given(
                FakeMetric.of("consumer-fetch-manager-metrics", "records-lag-max", CONSUMER, 17.0),
                FakeMetric.of("stream-metrics", "alive-stream-threads", Map.of("client-id", PROCESS), 2),
                FakeMetric.of("admin-client-metrics", "connection-count", Map.of("client-id", PROCESS + "-admin"), 1.0),
                FakeMetric.of(
                        "stream-thread-metrics",
                        "commit-latency-max",
                        Map.of("thread-id", PROCESS + "-StreamThread-2"),
                        4.5));

        // then
        assertThat(scraped())
                .contains(
                        "kafka_consumer_fetch_manager_records_lag_max{client=\"StreamThread-1-consumer\"} 17.0",
                        "kafka_stream_alive_stream_threads{client=\"streams\"} 2.0",
                        "kafka_admin_client_connection_count{client=\"admin\"} 1.0",
                        "kafka_stream_thread_commit_latency_max{client=\"StreamThread-2\"} 4.5");
    }

    @Test
    void shouldTellTotalsAsCounters() {
        // given
        given(FakeMetric.of("consumer-metrics", "incoming-byte-total", CONSUMER, 1024.0));

        // then
        assertThat(scraped())
                .contains(
                        "# TYPE kafka_consumer_incoming_byte_total counter",
                        "kafka_consumer_incoming_byte_total{client=\"StreamThread-1-consumer\"} 1024.0");
    }

    @Test
    void shouldTellTheLagOfEachPartition() {
        // given
        given(
                FakeMetric.of("consumer-fetch-manager-metrics", "records-lag", partition("pose.frames.v1"), 5.0),
                FakeMetric.of("consumer-fetch-manager-metrics", "records-lag", partition("pose_frames_v1"), 5.0));

        // then
        assertThat(scraped().stream().filter(line -> !line.startsWith("#")))
                .containsExactly("kafka_consumer_fetch_manager_records_lag"
                        + "{client=\"StreamThread-1-consumer\",partition=\"3\",topic=\"pose.frames.v1\"} 5.0");
    }

    private static Map<String, String> partition(String topic) {
        return Map.of("client-id", "StreamThread-1-consumer", "topic", topic, "partition", "3");
    }

    @Test
    void shouldLeaveOutWhatIsOfATaskANodeOrNoNumber() {
        // given
        given(
                FakeMetric.of(
                        "stream-task-metrics",
                        "process-total",
                        Map.of("thread-id", PROCESS + "-StreamThread-1", "task-id", "0_1"),
                        1.0),
                FakeMetric.of("consumer-node-metrics", "request-total", Map.of("node-id", "node-1"), 1.0),
                FakeMetric.of("consumer-metrics", "incoming-byte-rate", CONSUMER, 1.0),
                FakeMetric.of("consumer-coordinator-metrics", "rebalance-rate-per-hour", CONSUMER, 1.0),
                FakeMetric.of(
                        "consumer-metrics",
                        "connection-count",
                        Map.of("client-id", PROCESS + "-StateUpdater-1-restore-consumer"),
                        1.0),
                FakeMetric.of("consumer-metrics", "io-wait-ratio", CONSUMER, Double.NaN),
                FakeMetric.of("stream-metrics", "state", Map.of("client-id", PROCESS), "RUNNING"),
                FakeMetric.of("app-info", "start-time-ms", CONSUMER, 1L));

        // then
        assertThat(scraped()).isEmpty();
    }

    @Test
    void shouldBearTwoClientsOfOneName() {
        // given a thread that was replaced
        given(
                FakeMetric.of("consumer-metrics", "connection-count", CONSUMER, 1.0),
                FakeMetric.of(
                        "consumer-metrics",
                        "connection-count",
                        Map.of("client-id", "another-StreamThread-1-consumer"),
                        3.0));

        // then
        assertThat(scraped()).contains("kafka_consumer_connection_count{client=\"StreamThread-1-consumer\"} 3.0");
    }

    private void given(FakeMetric... metrics) {
        stream.kafkaMetrics = Arrays.stream(metrics).collect(Collectors.toMap(Metric::metricName, metric -> metric));
    }

    private List<String> scraped() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.getPrometheusRegistry().register(new KafkaMeters(stream));
        return registry.scrape().lines().toList();
    }
}
