package pose.ingest.camera;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The pauses between attempts to reach one camera. One thread. */
final class Backoff {

    private static final double VARIATION = 0.25;

    private final BackoffSettings settings;
    private final RandomGenerator random;
    private long nextMicros;

    Backoff(BackoffSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        reset();
    }

    /** The camera answered: the next outage begins with the first pause again. */
    void reset() {
        nextMicros = micros(settings.first());
    }

    /** How long to wait before the next attempt: never longer than the longest pause. */
    Duration next() {
        long longest = micros(settings.longest());
        double varied = nextMicros * (1 + VARIATION * (2 * random.nextDouble() - 1));
        nextMicros = Math.min(2 * nextMicros, longest);
        return Duration.ofNanos(1000 * Math.min(longest, Math.round(varied)));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
