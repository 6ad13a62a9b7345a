package pose.trainer.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * How often values fell into each of equally wide bins.
 *
 * @param from lower end of the first bin
 * @param to upper end of the last bin, above {@code from}
 * @param below values under {@code from}
 * @param counts by bin; values above {@code to} are counted in the last
 */
public record Histogram(double from, double to, long below, List<Long> counts) {

    public Histogram {
        counts = List.copyOf(counts);
        if (!(from < to) || counts.isEmpty()) {
            throw new IllegalArgumentException(
                    "a histogram from " + from + " to " + to + " in " + counts.size() + " bins; it needs some width");
        }
    }

    /** Counts the values in {@code bins} bins. */
    public static Histogram of(double[] values, double from, double to, int bins) {
        long[] counts = new long[bins];
        long below = 0;
        for (double value : values) {
            if (value < from) {
                below++;
            } else {
                counts[Math.min(bins - 1, (int) ((value - from) / (to - from) * bins))]++;
            }
        }
        List<Long> list = new ArrayList<>(bins);
        for (long count : counts) {
            list.add(count);
        }
        return new Histogram(from, to, below, list);
    }

    /** Both together; their bins have to be the same. */
    public Histogram plus(Histogram other) {
        if (other.from != from || other.to != to || other.counts.size() != counts.size()) {
            throw new IllegalArgumentException("histograms of different bins do not add");
        }
        List<Long> sums = new ArrayList<>(counts.size());
        for (int i = 0; i < counts.size(); i++) {
            sums.add(counts.get(i) + other.counts.get(i));
        }
        return new Histogram(from, to, below + other.below, sums);
    }

    /** Values counted, those below the first bin too. */
    public long total() {
        return below + counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Middle of a bin. */
    public double middle(int bin) {
        return from + (bin + 0.5) * (to - from) / counts.size();
    }

    /**
     * The value that a share of those within the bins do not exceed, evenly spread within its bin; {@code from} where
     * nothing is.
     *
     * @param share 0 to 1
     */
    public double quantileWithin(double share) {
        double left = share * (total() - below);
        double width = (to - from) / counts.size();
        for (int i = 0; i < counts.size(); i++) {
            if (left <= 0) {
                return from + i * width;
            }
            if (left <= counts.get(i)) {
                return from + (i + left / counts.get(i)) * width;
            }
            left -= counts.get(i);
        }
        return to;
    }
}
