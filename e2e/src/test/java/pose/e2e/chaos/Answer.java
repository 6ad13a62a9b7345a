package pose.e2e.chaos;

/**
 * One record that a stream wrote and that a reader of committed records saw.
 *
 * @param partition of its topic
 * @param offset in that partition
 * @param arrivedNanos when it was seen, as {@link System#nanoTime}
 */
public record Answer(Kind kind, FrameId frame, int partition, long offset, long arrivedNanos) {

    /** Which topic it is on. */
    public enum Kind {
        POSE,
        DEAD_LETTER
    }
}
