package pose.app.log;

/**
 * How many lines one kind of problem may write: so many a window, which begins with the first of them. What is beyond that
 * is counted.
 *
 * <p>Not safe for several threads.
 */
final class LineBudget {

    private final int lines;
    private final long windowNanos;
    private final long began;
    private int admitted;
    private long suppressed;

    /**
     * Opens a window.
     *
     * @param lines a window, at least 1
     * @param nowNanos as {@link System#nanoTime}
     */
    LineBudget(int lines, long windowNanos, long nowNanos) {
        if (lines < 1) {
            throw new IllegalArgumentException("lines is " + lines + "; it must be at least 1");
        }
        this.lines = lines;
        this.windowNanos = windowNanos;
        this.began = nowNanos;
    }

    /** Whether one more line may be written; one that may not is counted. */
    boolean admits() {
        if (admitted < lines) {
            admitted++;
            return true;
        }
        suppressed++;
        return false;
    }

    /** Whether the window is over: the next line needs a new one. */
    boolean isOver(long nowNanos) {
        return nowNanos - began >= windowNanos;
    }

    /** How many lines were not written. */
    long suppressed() {
        return suppressed;
    }
}
