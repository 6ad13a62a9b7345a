package pose.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import pose.channel.Channel;
import pose.cpm.VersionId;
import pose.schema.WeightsRef;
import pose.stream.weights.RefusalReason;
import pose.stream.weights.WeightsListener;

/** Counts the versions that come and go. */
final class WeightsMeters implements WeightsListener {

    private final Counter swaps;
    private final Timer loading;
    private final Map<RefusalReason, Counter> refused = new EnumMap<>(RefusalReason.class);
    private volatile boolean begun;
    private volatile boolean storeAway;

    WeightsMeters(MeterRegistry registry) {
        swaps = Counter.builder("pose.weights.swaps")
                .description("Weights versions put to work in place of another")
                .register(registry);
        loading = Timer.builder("pose.weights.loading")
                .description("How long a version took to be fetched, checked, loaded and warmed up")
                .register(registry);
        for (RefusalReason reason : RefusalReason.values()) {
            refused.put(
                    reason,
                    Counter.builder("pose.weights.refused")
                            .description("Weights versions that a channel named and that were not put to work")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        Gauge.builder("pose.weights.store.away", () -> storeAway ? 1 : 0)
                .description("1 while a wanted version cannot be had since the weights store does not answer")
                .register(registry);
    }

    @Override
    public void serving(Channel channel, WeightsRef version, Duration took, String detail) {
        if (begun) {
            swaps.increment();
        }
        begun = true;
        if (!took.isZero()) {
            loading.record(took);
        }
    }

    @Override
    public void refused(Channel channel, VersionId version, RefusalReason reason, String detail) {
        Objects.requireNonNull(refused.get(reason)).increment();
    }

    @Override
    public void storeUnreachable(Channel channel, VersionId version, String detail) {
        storeAway = true;
    }

    @Override
    public void storeBack(Channel channel, VersionId version) {
        storeAway = false;
    }
}
