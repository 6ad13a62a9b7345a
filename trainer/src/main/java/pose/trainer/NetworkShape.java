package pose.trainer;

import org.jspecify.annotations.Nullable;
import pose.cpm.network.Architecture;
import pose.cpm.network.Preset;
import pose.cpm.network.Size;

/**
 * What an experiment changes in its preset's network, in the words of {@link Architecture}; null leaves it as it is.
 *
 * @param sigma of the ideal maps' peaks, in cells
 * @param batchNorm whether a normalisation follows each convolution
 * @param features layers as words, e.g. {@code conv3x24/2 conv3x48/2 res3x48}; so too the other three
 */
public record NetworkShape(
        @Nullable Double sigma,
        @Nullable Boolean batchNorm,
        @Nullable String features,
        @Nullable String head,
        @Nullable String laterFeatures,
        @Nullable Boolean laterFromFeatures,
        @Nullable String laterHead) {

    private static final NetworkShape UNCHANGED = new NetworkShape(null, null, null, null, null, null, null);

    /**
     * The preset's network with these changes.
     *
     * @param inputSize the input's width in pixels, its height is in the preset's proportion
     * @throws IllegalArgumentException where a word is no layer or the layers do not fit each other
     */
    Architecture over(Preset preset, int parts, int stages, int inputSize) {
        Architecture base = preset.architecture(parts, stages);
        return new Architecture(
                equals(UNCHANGED) ? base.name() : base.name() + "-changed",
                base.task(),
                parts,
                stages,
                input(base.input(), inputSize),
                sigma == null ? base.sigma() : sigma,
                batchNorm == null ? base.batchNorm() : batchNorm,
                features == null ? base.features() : Architecture.layers(features),
                head == null ? base.head() : Architecture.layers(head),
                laterFeatures == null ? base.laterFeatures() : Architecture.layers(laterFeatures),
                laterFromFeatures == null ? base.laterFromFeatures() : laterFromFeatures,
                laterHead == null ? base.laterHead() : Architecture.layers(laterHead));
    }

    /** The preset's shape at this width. */
    private static Size input(Size base, int width) {
        return new Size(width, Math.max(1, (int) Math.round((double) width * base.height() / base.width())));
    }
}
