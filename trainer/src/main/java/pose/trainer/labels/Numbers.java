package pose.trainer.labels;

import java.util.Arrays;

/** Statistics that a few wild values do not move. */
final class Numbers {

    private Numbers() {}

    /** The value below which a share of the values lie, between neighbours by proportion; NaN of nothing. */
    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    static double median(double[] values) {
        return quantile(values, 0.5);
    }
}
