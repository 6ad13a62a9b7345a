package pose.trainer.experiment;

/**
 * One layer's gradients over an epoch.
 *
 * @param layer name of the convolution, e.g. {@code features 01}
 * @param magnitudes of log10 |∂loss/∂weight|; exact zeros and what is smaller than the first bin are counted below it
 */
public record LayerGradients(String layer, Histogram magnitudes) {

    /** 10⁻²⁰ to 10⁴ in tenths of a decade. */
    private static final int FROM = -20;

    private static final int TO = 4;
    private static final int BINS_A_DECADE = 10;

    /** Counts one step's gradient. */
    static LayerGradients of(String layer, float[] gradient) {
        double[] logs = new double[gradient.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log10(Math.abs(gradient[i]));
        }
        return new LayerGradients(layer, Histogram.of(logs, FROM, TO, (TO - FROM) * BINS_A_DECADE));
    }

    LayerGradients plus(LayerGradients other) {
        return new LayerGradients(layer, magnitudes.plus(other.magnitudes));
    }
}
