package pose.ingest.camera;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How far apart a camera's frames are: the median of the last distances, or what the camera declares until there are enough
 * of them. Not for several threads.
 */
final class FrameRate {

    private static final int REMEMBERED = 31;
    private static final int ENOUGH = 8;
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 240;
    private static final long ASSUMED_US = 40_000;

    private final long[] distances = new long[REMEMBERED];
    private long seen;
    private long declaredUs = ASSUMED_US;
    private boolean connected;

    /** A connection stands, and says so many frames a second, or nothing. */
    void declared(OptionalDouble fps) {
        connected = true;
        double rate = fps.orElse(0);
        if (rate >= SLOWEST && rate <= FASTEST) {
            declaredUs = Math.round(1e6 / rate);
        }
    }

    /** Two frames of one connection, one after the other, were so many µs apart. */
    void sawDistance(long micros) {
        // A stamp that stands still is moved by a microsecond, and tells nothing of the rate.
        if (micros >= 1e6 / FASTEST) {
            distances[(int) (seen++ % REMEMBERED)] = micros;
        }
    }

    /** Whether there ever was a connection, so that the interval is more than a guess. */
    boolean isKnown() {
        return connected;
    }

    long intervalUs() {
        int known = (int) Math.min(seen, REMEMBERED);
        if (known < ENOUGH) {
            return declaredUs;
        }
        long[] sorted = Arrays.copyOf(distances, known);
        Arrays.sort(sorted);
        return Math.max(1, sorted[known / 2]);
    }
}
