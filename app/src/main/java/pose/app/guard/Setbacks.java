package pose.app.guard;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * How long whom is put aside after crashes: the camera whose thread crashed for 5 s, then 10 s, and so on to 5 minutes, while
 * the others begin at once. Where it is not known whose fault it was, all of them wait: not at all the first time, then 1 s,
 * 2 s, and so on to 1 minute. Whoever has been well for 10 minutes begins anew.
 *
 * <p>Not safe for several threads.
 */
final class Setbacks {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_OF_ALL = Duration.ofMinutes(1);
    private static final long WELL_NANOS = Duration.ofMinutes(10).toNanos();

    private final LongSupplier nanoTime;
    private final Map<String, Setback> cameras = new HashMap<>();
    private long lastUnknown;
    private int unknown;

    /**
     * How a camera stands.
     *
     * @param crashes one after the other
     * @param over when it may begin again, as {@link System#nanoTime}
     */
    private record Setback(int crashes, long over) {}

    Setbacks(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Puts a camera aside.
     *
     * @return for how long
     */
    Duration crashed(String camera) {
        long now = nanoTime.getAsLong();
        int crashes = Optional.ofNullable(cameras.get(camera))
                        .filter(former -> now - former.over() < WELL_NANOS)
                        .map(Setback::crashes)
                        .orElse(0)
                + 1;
        Duration aside = grown(FIRST, crashes, LONGEST);
        cameras.put(camera, new Setback(crashes, now + aside.toNanos()));
        return aside;
    }

    /**
     * Counts a crash that is nobody's in particular.
     *
     * @return for how long all are to wait
     */
    Duration crashedSomewhere() {
        long now = nanoTime.getAsLong();
        unknown = unknown > 0 && now - lastUnknown < WELL_NANOS ? unknown + 1 : 1;
        lastUnknown = now;
        return unknown == 1 ? Duration.ZERO : grown(Duration.ofSeconds(1), unknown - 1, LONGEST_OF_ALL);
    }

    /** Who is still aside, and for how much longer, in milliseconds. */
    Map<String, Long> aside() {
        long now = nanoTime.getAsLong();
        Map<String, Long> left = new TreeMap<>();
        cameras.forEach((camera, setback) -> {
            long millis = (setback.over() - now) / 1_000_000;
            if (millis > 0) {
                left.put(camera, millis);
            }
        });
        return left;
    }

    private static Duration grown(Duration first, int times, Duration longest) {
        Duration grown = first.multipliedBy(1L << Math.min(times - 1, 30));
        return grown.compareTo(longest) < 0 ? grown : longest;
    }
}
