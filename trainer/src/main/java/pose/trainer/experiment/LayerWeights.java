package pose.trainer.experiment;

/**
 * One layer at the end of an epoch.
 *
 * @param layer e.g. {@code conv3_2}
 * @param weights histogram of its weights, from minus to plus the largest magnitude
 * @param zeroWeights share of weights nearer to zero than 0.001, 0 to 1
 * @param zeroActivations share of what comes out of its ReLU that is zero, over validation pictures, 0 to 1; NaN for a
 *     layer without ReLU
 */
public record LayerWeights(String layer, Histogram weights, double zeroWeights, double zeroActivations) {

    /** What counts as a zero weight. */
    private static final double SMALL = 1e-3;

    private static final int BINS = 41;

    static LayerWeights of(String layer, float[] weights, double zeroActivations) {
        double[] values = new double[weights.length];
        double largest = 1e-12;
        int zeros = 0;
        for (int i = 0; i < weights.length; i++) {
            values[i] = weights[i];
            largest = Math.max(largest, Math.abs(weights[i]));
            zeros += Math.abs(weights[i]) < SMALL ? 1 : 0;
        }
        Histogram histogram = Histogram.of(values, -largest, largest, BINS);
        return new LayerWeights(layer, histogram, (double) zeros / weights.length, zeroActivations);
    }
}
