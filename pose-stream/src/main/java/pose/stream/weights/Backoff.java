package pose.stream.weights;

import java.time.Duration;

/** How long to wait before the next attempt: half a second, then twice as long each time, at most 5 seconds. */
final class Backoff {

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = SHORTEST;

    /** How long to wait after one more failure. */
    Duration failed() {
        Duration wait = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return wait;
    }

    void succeeded() {
        next = SHORTEST;
    }
}
