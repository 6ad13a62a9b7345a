package pose.ingest.camera;

import java.time.Duration;

/**
 * How long a camera that is lost is left alone between two attempts: {@code first}, then twice as long each time, up to {@code
 * longest}; each pause is varied by up to a quarter, so that the cameras of a site that had a power cut do not all come at once.
 *
 * @param first 10 ms to 1 minute
 * @param longest from {@code first} to 10 minutes; how much later than its camera a lost one may be back
 */
public record BackoffSettings(Duration first, Duration longest) {

    private static final Duration SHORTEST_FIRST = Duration.ofMillis(10);
    private static final Duration LONGEST_FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    public BackoffSettings {
        if (first.compareTo(SHORTEST_FIRST) < 0 || first.compareTo(LONGEST_FIRST) > 0) {
            throw new IllegalArgumentException(
                    "first pause is " + first.toMillis() + " ms; allowed: 10 ms to 1 minute");
        }
        if (longest.compareTo(first) < 0 || longest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("longest pause is " + longest.toMillis()
                    + " ms; allowed: the first pause, " + first.toMillis() + " ms, to 10 minutes");
        }
    }

    /** 100 ms, at most 1 second: a camera that is back is seen within two. */
    public static BackoffSettings defaults() {
        return new BackoffSettings(Duration.ofMillis(100), Duration.ofSeconds(1));
    }
}
