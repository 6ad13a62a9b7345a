package pose.app.bench;

/** The part of a run that counts: its beginning, when caches and queues fill, and its end, when they run empty, do not. */
final class Window {

    private static final double FROM = 0.2;
    private static final double TO = 0.9;

    private Window() {}

    /** The first of {@code count} that counts. */
    static int first(int count) {
        return (int) Math.round(FROM * count);
    }

    /** The last of {@code count} that counts. */
    static int last(int count) {
        return Math.max(first(count) + 1, (int) Math.round(TO * count) - 1);
    }

    /** How many a second, by the times in nanoseconds at which they were done, in order. */
    static double perSecond(long[] times) {
        int first = first(times.length);
        int last = last(times.length);
        return (last - first) * 1e9 / (times[last] - times[first]);
    }

    /** Whether something was done within a time; all on {@link System#nanoTime}'s clock. */
    static boolean holds(long nanos, long from, long to) {
        return nanos - from >= 0 && nanos - to <= 0;
    }

    /** Whether a frame that was so many microseconds old at some time was captured within another. */
    static boolean holdsCapture(long nanos, long ageMicros, long from, long to) {
        return holds(nanos - 1000 * ageMicros, from, to);
    }
}
