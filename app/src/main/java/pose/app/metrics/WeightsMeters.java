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

/** Counts the versions of one network that come and go. */
final class WeightsMeters implements WeightsListener {

    private final Counter swaps;
    private final Timer loading;
    private final Map<RefusalReason, Counter> refused = new EnumMap<>(RefusalReason.class);
    private volatile boolean begun;
    private volatile boolean storeAway;

    private WeightsMeters(MeterRegistry registry, String prefix, String what) {
        swaps = Counter.builder(prefix + ".swaps")
                .description(what + " put to work in place of another")
                .register(registry);
        loading = Timer.builder(prefix + ".loading")
                .description("How long a version took to be fetched, checked, loaded and warmed up")
                .register(registry);
        for (RefusalReason reason : RefusalReason.values()) {
            refused.put(
                    reason,
                    Counter.builder(prefix + ".refused")
                            .description(what + " that a channel named and that were not put to work")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        Gauge.builder(prefix + ".store.away", () -> storeAway ? 1 : 0)
                .description("1 while a wanted version cannot be had since the weights store does not answer")
                .register(registry);
    }

    /** Of networks of poses: {@code pose_weights_…}. */
    static WeightsMeters poses(MeterRegistry registry) {
        return new WeightsMeters(registry, "pose.weights", "Weights versions");
    }

    /** Of locators: {@code pose_locator_…}. */
    static WeightsMeters locators(MeterRegistry registry) {
        return new WeightsMeters(registry, "pose.locator", "Locators");
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
