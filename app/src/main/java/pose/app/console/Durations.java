package pose.app.console;

import java.time.Duration;

/** Lengths of time as people read them. */
public final class Durations {

    private Durations() {}

    /** The two largest units, e.g. {@code 2 h 05 min}, {@code 3 min 20 s} or {@code 7 s}. */
    public static String text(Duration duration) {
        long seconds = Math.round(duration.toMillis() / 1000.0);
        if (seconds >= 3600) {
            return seconds / 3600 + " h " + padded(seconds % 3600 / 60) + " min";
        }
        return seconds >= 60 ? seconds / 60 + " min " + padded(seconds % 60) + " s" : seconds + " s";
    }

    private static String padded(long value) {
        return value < 10 ? "0" + value : String.valueOf(value);
    }
}
