package pose.track;

import java.util.Arrays;

/**
 * What a picture as a whole looks like: its brightness on a coarse grid. Two of the same view are alike whatever the
 * light and whoever walks through; those before and after a cut are not.
 *
 * <p>Immutable.
 */
public final class SceneSignature {

    /** Columns of the grid. */
    public static final int WIDTH = 32;

    /** Rows of the grid. */
    public static final int HEIGHT = 18;

    static final int BYTES = WIDTH * HEIGHT;

    /** Variance below which a picture is flat and its pattern noise, as in structural similarity (Wang et al. 2004). */
    private static final double NOISE = 60;

    private final byte[] luma;

    private SceneSignature(byte[] luma) {
        this.luma = luma;
    }

    /**
     * Of a picture made small.
     *
     * @param luma {@link #WIDTH} × {@link #HEIGHT} brightnesses, unsigned, row after row
     */
    public static SceneSignature ofLuma(byte[] luma) {
        if (luma.length != BYTES) {
            throw new IllegalArgumentException(
                    "a scene of " + luma.length + " bytes; it has " + WIDTH + " × " + HEIGHT + " = " + BYTES);
        }
        return new SceneSignature(luma.clone());
    }

    /**
     * How different two scenes are: 0 for the same pattern, also in other light, about 0.5 for patterns that have nothing
     * to do with each other, 1 for one that is the other's negative.
     */
    public double distance(SceneSignature other) {
        double mean = mean();
        double otherMean = other.mean();
        double variance = 0;
        double otherVariance = 0;
        double covariance = 0;
        for (int i = 0; i < BYTES; i++) {
            double here = (luma[i] & 0xff) - mean;
            double there = (other.luma[i] & 0xff) - otherMean;
            variance += here * here;
            otherVariance += there * there;
            covariance += here * there;
        }
        double noise = NOISE * BYTES;
        double alike = (2 * covariance + noise) / (variance + otherVariance + noise);
        return Math.max(0, Math.min(1, (1 - alike) / 2));
    }

    private double mean() {
        long sum = 0;
        for (byte value : luma) {
            sum += value & 0xff;
        }
        return (double) sum / BYTES;
    }

    /** As {@link #ofLuma} takes them. */
    public byte[] toBytes() {
        return luma.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SceneSignature scene && Arrays.equals(luma, scene.luma);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(luma);
    }
}
