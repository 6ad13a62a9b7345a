package pose.trainer.judging;

import java.math.BigDecimal;

/** What the field counts as right, at one threshold. Immutable: the same people give the same figures. */
public sealed interface Metric permits Pck, Pckh, Pdj, Pcp {

    /** What it is called without its threshold, e.g. {@code pck}. */
    String kind();

    /** How far off still counts, in the metric's own unit of length; more than 0. */
    double threshold();

    /** The same metric at another threshold. */
    Metric at(double threshold);

    Figures judge(Judged judged);

    /** The name under which figures are written, e.g. {@code pck@0.2}. */
    default String name() {
        return kind() + "@"
                + BigDecimal.valueOf(threshold()).stripTrailingZeros().toPlainString();
    }

    /**
     * Checks a threshold on its way in.
     *
     * @throws IllegalArgumentException where it is none
     */
    static double requireThreshold(String metric, double threshold) {
        // Exactly 0 is where curves begin.
        if (!(threshold >= 0) || Double.isInfinite(threshold)) {
            throw new IllegalArgumentException(
                    metric + " has a threshold of " + threshold + "; it must be a number, 0 or more");
        }
        return threshold;
    }
}
