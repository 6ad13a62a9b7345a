package pose.stream;

import java.time.Duration;

/**
 * When a batch is closed and how much may wait.
 *
 * @param maxBatch a batch of this many frames is closed at once, 1 to 1024
 * @param maxDelay a batch is closed this long after its oldest frame was handed over, 0 to 10 s
 * @param maxQueuedBytes looking ahead stops while encoded pictures of this many bytes wait, at least 1
 */
public record BatchPolicy(int maxBatch, Duration maxDelay, long maxQueuedBytes) {

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
    }
}
