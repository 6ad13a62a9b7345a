package pose.app.compare;

/**
 * How lengths are spread: exact in number, mean and largest, within a hundredth at any quantile, however many there are. One
 * thread.
 */
final class Spread {

    /** What is shorter counts as this long: nobody sees a thousandth of a pixel. */
    private static final double SHORTEST = 0.001;

    private static final double STEP = Math.log(1.01);
    private static final int BINS = 2048;

    private final long[] bins = new long[BINS];
    private long count;
    private long nothing;
    private double sum;
    private double largest;

    /** @param length at least 0 */
    void add(double length) {
        count++;
        sum += length;
        largest = Math.max(largest, length);
        if (length < SHORTEST) {
            nothing++;
        } else {
            int bin = (int) (Math.log(length / SHORTEST) / STEP);
            bins[Math.min(BINS - 1, bin)]++;
        }
    }

    long count() {
        return count;
    }

    /** NaN where there are none. */
    double mean() {
        return count == 0 ? Double.NaN : sum / count;
    }

    /** 0 where there are none. */
    double largest() {
        return largest;
    }

    /** By nearest rank; NaN where there are none. */
    double quantile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long left = Math.max(1, (long) Math.ceil(share * count)) - nothing;
        if (left <= 0) {
            return 0;
        }
        for (int bin = 0; bin < BINS - 1; bin++) {
            left -= bins[bin];
            if (left <= 0) {
                return Math.min(largest, SHORTEST * Math.exp(STEP * (bin + 1)));
            }
        }
        return largest;
    }
}
