package pose.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pose.channel.Channel;
import pose.cpm.VersionId;
import pose.schema.WeightsRef;
import pose.stream.weights.RefusalReason;

class WeightsMetersTest {

    private static final Channel STABLE = new Channel("lite", "stable");
    private static final VersionId SECOND = new VersionId("lite", "2");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final WeightsMeters meters = WeightsMeters.poses(registry);

    @Test
    void shouldCountAsASwapWhatTakesTheOthersPlace() {
        serving(Duration.ofMillis(300));
        assertThat(registry.scrape()).contains("pose_weights_swaps_total 0.0");

        serving(Duration.ofMillis(200));
        serving(Duration.ZERO);

        assertThat(registry.scrape())
                .contains("pose_weights_swaps_total 2.0")
                .contains("pose_weights_loading_seconds_count 2")
                .contains("pose_weights_loading_seconds_sum 0.5");
    }

    @Test
    void shouldCountRefusalsByReason() {
        meters.refused(STABLE, SECOND, RefusalReason.NOT_AS_ACTIVATED, "");

        assertThat(registry.scrape())
                .contains("pose_weights_refused_total{reason=\"not_as_activated\"} 1.0")
                .contains("pose_weights_refused_total{reason=\"flat\"} 0.0");
    }

    @Test
    void shouldTellWhileTheStoreIsAway() {
        meters.storeUnreachable(STABLE, SECOND, "nobody answers");
        assertThat(registry.scrape()).contains("pose_weights_store_away 1.0");

        meters.storeBack(STABLE, SECOND);

        assertThat(registry.scrape()).contains("pose_weights_store_away 0.0");
    }

    @Test
    void shouldTellLocatorsApart() {
        WeightsMeters.locators(registry).refused(new Channel("locator", "stable"), SECOND, RefusalReason.KIND, "");

        assertThat(registry.scrape())
                .contains("pose_locator_refused_total{reason=\"kind\"} 1.0")
                .contains("pose_weights_refused_total{reason=\"kind\"} 0.0");
    }

    private void serving(Duration took) {
        meters.serving(STABLE, new WeightsRef("lite", "2", "00"), took, "");
    }
}
