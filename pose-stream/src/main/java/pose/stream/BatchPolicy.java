package pose.stream;

import java.time.Duration;
import java.util.Optional;

/**
 * When a batch is closed, what goes into it and how much may wait.
 *
 * @param maxBatch a batch of this many frames is closed at once, 1 to 1024
 * @param maxDelay a batch is closed this long after its oldest frame was handed over, 0 to 10 s; sooner when every thread that
 *     could add to it waits for a result
 * @param maxQueuedBytes looking ahead stops while encoded pictures of this many bytes wait, at least 1
 * @param maxAge a live frame older than this when a batch would take it in is not looked at, at least 1 ms; empty: every
 *     frame is
 */
public record BatchPolicy(int maxBatch, Duration maxDelay, long maxQueuedBytes, Optional<Duration> maxAge) {

    private static final int LARGEST_BATCH = 1024;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    public BatchPolicy {
        if (maxBatch < 1 || maxBatch > LARGEST_BATCH) {
            throw new IllegalArgumentException("maxBatch is " + maxBatch + "; it must be from 1 to " + LARGEST_BATCH);
        }
        if (maxDelay.isNegative() || maxDelay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("maxDelay is " + maxDelay.toMillis() + " ms; it must be from 0 to "
                    + LONGEST_DELAY.toMillis() + " ms");
        }
        if (maxQueuedBytes < 1) {
            throw new IllegalArgumentException("maxQueuedBytes is " + maxQueuedBytes + "; it must be at least 1");
        }
        maxAge.ifPresent(age -> {
            if (age.toMillis() < 1) {
                throw new IllegalArgumentException("maxAge is " + age.toMillis() + " ms; it must be at least 1 ms");
            }
        });
    }

    /** One that looks at every frame, however old. */
    public BatchPolicy(int maxBatch, Duration maxDelay, long maxQueuedBytes) {
        this(maxBatch, maxDelay, maxQueuedBytes, Optional.empty());
    }
}
