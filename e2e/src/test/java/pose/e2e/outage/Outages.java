package pose.e2e.outage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What forced outages of one camera were like.
 *
 * @param recoveries from the camera's being back to its next frame's being acknowledged by Kafka
 */
public record Outages(String camera, List<Duration> recoveries) {

    public Outages {
        recoveries = List.copyOf(recoveries);
    }

    /** The recovery that so many per cent are no longer than; zero where there was none. */
    public Duration percentile(int percent) {
        List<Duration> sorted = new ArrayList<>(recoveries);
        sorted.sort(null);
        return sorted.isEmpty()
                ? Duration.ZERO
                : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    @Override
    public String toString() {
        long late = recoveries.stream().filter(one -> one.toMillis() > 2000).count();
        return String.format(
                Locale.ROOT,
                "camera %s: %d outages; back after median %.2f s, p95 %.2f s, longest %.2f s; %d longer than 2 s",
                camera,
                recoveries.size(),
                percentile(50).toMillis() / 1e3,
                percentile(95).toMillis() / 1e3,
                percentile(100).toMillis() / 1e3,
                late);
    }
}
