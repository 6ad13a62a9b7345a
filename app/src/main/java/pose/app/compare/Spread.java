package pose.app.compare;

import java.util.Arrays;

/**
 * The mean and the quantiles of any number of lengths, in a fixed amount of memory: quantiles are exact to one per cent.
 */
public final class Spread {

    private static final double LEAST = 1e-6;
    private static final double STEP = Math.log(1.02);
    /** Up to more than 10⁶. */
    private static final int BUCKETS = 1400;

    private final long[] counts = new long[BUCKETS];
    private long count;
    private double sum;
    private double largest;

    /**
     * Adds one.
     *
     * @param length 0 or more
     */
    public void add(double length) {
        if (!(length >= 0)) {
            throw new IllegalArgumentException("length is " + length + "; it must be 0 or more");
        }
        counts[bucket(length)]++;
        count++;
        sum += length;
        largest = Math.max(largest, length);
    }

    private static int bucket(double length) {
        return length <= LEAST ? 0 : Math.min(BUCKETS - 1, 1 + (int) (Math.log(length / LEAST) / STEP));
    }

    public long count() {
        return count;
    }

    /** NaN where there is nothing. */
    public double mean() {
        return sum / count;
    }

    public double largest() {
        return count == 0 ? Double.NaN : largest;
    }

    /** What a share of the lengths does not exceed, 0 to 1; NaN where there is nothing. */
    public double quantile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long rank = Math.max(1, (long) Math.ceil(share * count));
        long below = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            below += counts[bucket];
            if (below >= rank) {
                return bucket == 0 ? 0 : Math.min(largest, LEAST * Math.exp((bucket - 0.5) * STEP));
            }
        }
        throw new IllegalStateException("counts " + Arrays.toString(counts) + " for " + count);
    }
}
