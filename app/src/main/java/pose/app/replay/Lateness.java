package pose.app.replay;

/**
 * By how much frames were sent after they were due: counted to the µs below 20 ms, to the ms from there, so that a replay may
 * take for ever. One thread.
 */
final class Lateness {

    private static final int FINE_MICROS = 20_000;
    private static final int COARSE_MILLIS = 60_000;

    private final long[] micros = new long[FINE_MICROS];
    private final long[] millis = new long[COARSE_MILLIS];
    private long frames;
    private long maxNanos;

    /** @param nanos at least 0: nothing is sent before it is due */
    void add(long nanos) {
        long late = Math.max(0, nanos);
        long inMicros = late / 1000;
        if (inMicros < FINE_MICROS) {
            micros[(int) inMicros]++;
        } else {
            millis[(int) Math.min(COARSE_MILLIS - 1, inMicros / 1000)]++;
        }
        frames++;
        maxNanos = Math.max(maxNanos, late);
    }

    long frames() {
        return frames;
    }

    double maxMillis() {
        return frames == 0 ? Double.NaN : maxNanos / 1e6;
    }

    /** By nearest rank, ms, rounded up to the next µs or ms, at most the greatest of all; NaN where there was no frame. */
    double quantileMillis(double share) {
        if (frames == 0) {
            return Double.NaN;
        }
        long left = Math.max(1, (long) Math.ceil(share * frames));
        for (int i = 0; i < FINE_MICROS; i++) {
            left -= micros[i];
            if (left <= 0) {
                return Math.min((i + 1) / 1e3, maxMillis());
            }
        }
        for (int i = 0; i < COARSE_MILLIS; i++) {
            left -= millis[i];
            if (left <= 0) {
                return i == COARSE_MILLIS - 1 ? maxMillis() : Math.min(i + 1.0, maxMillis());
            }
        }
        return maxMillis();
    }

    /** How many were later than so many ms, at least 20. */
    long laterThan(int limitMillis) {
        long later = 0;
        for (int i = limitMillis; i < COARSE_MILLIS; i++) {
            later += millis[i];
        }
        return later;
    }
}
