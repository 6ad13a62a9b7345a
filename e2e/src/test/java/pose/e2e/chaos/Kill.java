package pose.e2e.chaos;

import java.time.Duration;
import java.util.Locale;

/**
 * One kill, and that it hit work.
 *
 * @param at since the run began
 * @param answeredBefore how many frames were answered between the kill before and this one
 * @param outstanding how many frames were published and not visibly answered at the kill
 * @param gap from the kill to the first answer that was written after it
 */
public record Kill(Duration at, long answeredBefore, long outstanding, Duration gap) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f s: %d answered since the kill before, %d outstanding, gap %.1f s",
                at.toMillis() / 1e3,
                answeredBefore,
                outstanding,
                gap.toMillis() / 1e3);
    }
}
