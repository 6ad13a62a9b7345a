package pose.cpm.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a chain of layers. All convolutions keep the size of the map (zero padding) but for their stride.
 *
 * <p>A layer writes itself as a short word, which is how manifests hold architectures: {@code conv9x128} is 9×9 with 128
 * filters, {@code conv3x64/2} has stride 2, {@code conv3x64d2} dilation 2, {@code res3x96} is a residual pair, {@code
 * pool} is 2×2 max pooling.
 */
public sealed interface Layer {

    /** By how much the map shrinks on a side. */
    int stride();

    /** Channels that come out where {@code channels} go in. */
    int outputChannels(int channels);

    /** Pixels by which one output sees further where neighbouring inputs are {@code jump} input-picture pixels apart. */
    int receptiveGrowth(int jump);

    /** Multiply-adds for one output position where {@code channels} go in: as many as it has weights. */
    long multiplyAddsPerOutput(int channels);

    /** How many biases it has, once batch normalisation is folded in. */
    long biases();

    /** A k×k convolution, with ReLU behind it. */
    record Convolution(int kernel, int filters, int stride, int dilation) implements Layer {

        public Convolution {
            requireOdd(kernel);
            requirePositive("filters", filters);
            requirePositive("stride", stride);
            requirePositive("dilation", dilation);
        }

        public static Convolution of(int kernel, int filters) {
            return new Convolution(kernel, filters, 1, 1);
        }

        @Override
        public int outputChannels(int channels) {
            return filters;
        }

        @Override
        public int receptiveGrowth(int jump) {
            return (kernel - 1) * dilation * jump;
        }

        @Override
        public long multiplyAddsPerOutput(int channels) {
            return (long) kernel * kernel * channels * filters;
        }

        @Override
        public long biases() {
            return filters;
        }

        @Override
        public String toString() {
            return "conv" + kernel + "x" + filters + (stride > 1 ? "/" + stride : "")
                    + (dilation > 1 ? "d" + dilation : "");
        }
    }

    /** Two k×k convolutions around which the input is carried and added (He et al., CVPR 2016); channels stay. */
    record Residual(int kernel, int filters, int dilation) implements Layer {

        public Residual {
            requireOdd(kernel);
            requirePositive("filters", filters);
            requirePositive("dilation", dilation);
        }

        @Override
        public int stride() {
            return 1;
        }

        @Override
        public int outputChannels(int channels) {
            if (channels != filters) {
                throw new IllegalArgumentException(
                        this + " gets " + channels + " channels; a residual pair keeps them");
            }
            return filters;
        }

        @Override
        public int receptiveGrowth(int jump) {
            return 2 * (kernel - 1) * dilation * jump;
        }

        @Override
        public long multiplyAddsPerOutput(int channels) {
            return 2L * kernel * kernel * channels * filters;
        }

        @Override
        public long biases() {
            return 2L * filters;
        }

        @Override
        public String toString() {
            return "res" + kernel + "x" + filters + (dilation > 1 ? "d" + dilation : "");
        }
    }

    /** 2×2 max pooling with stride 2. */
    record Pooling() implements Layer {

        @Override
        public int stride() {
            return 2;
        }

        @Override
        public int outputChannels(int channels) {
            return channels;
        }

        @Override
        public int receptiveGrowth(int jump) {
            return jump;
        }

        @Override
        public long multiplyAddsPerOutput(int channels) {
            return 0;
        }

        @Override
        public long biases() {
            return 0;
        }

        @Override
        public String toString() {
            return "pool";
        }
    }

    Pattern WORD = Pattern.compile("(conv|res)(\\d{1,2})x(\\d{1,4})(?:/(\\d))?(?:d(\\d{1,2}))?");

    /**
     * Reads what a layer writes of itself.
     *
     * @throws IllegalArgumentException where the word is no layer
     */
    static Layer parse(String word) {
        if (word.equals("pool")) {
            return new Pooling();
        }
        Matcher m = WORD.matcher(word);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "'" + word + "' is no layer; layers are conv9x128, conv3x64/2, conv3x64d2, res3x96, pool");
        }
        int kernel = Integer.parseInt(m.group(2));
        int filters = Integer.parseInt(m.group(3));
        int stride = m.group(4) == null ? 1 : Integer.parseInt(m.group(4));
        int dilation = m.group(5) == null ? 1 : Integer.parseInt(m.group(5));
        if (m.group(1).equals("conv")) {
            return new Convolution(kernel, filters, stride, dilation);
        }
        if (stride != 1) {
            throw new IllegalArgumentException("'" + word + "': a residual pair has no stride");
        }
        return new Residual(kernel, filters, dilation);
    }

    private static void requireOdd(int kernel) {
        if (kernel < 1 || kernel % 2 == 0) {
            throw new IllegalArgumentException("kernel is " + kernel + "; it must be odd and at least 1");
        }
    }

    private static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be at least 1");
        }
    }
}
