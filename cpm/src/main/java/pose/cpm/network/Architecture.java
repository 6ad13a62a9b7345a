package pose.cpm.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A convolutional pose machine as plain data (Wei et al., CVPR 2016, section 3 and figure 2).
 *
 * <p>Stage 1 is {@code features} then {@code head}; every later stage sees its image features x', the belief maps of the
 * stage before and the centre map, and runs {@code laterHead} over them. Each stage ends in a 1×1 convolution to P + 1
 * belief maps (one a part, then the background), which is not listed. The image features of the later stages are one
 * copy that all of them share.
 *
 * @param name preset this came from, e.g. {@code paper} or {@code lite}
 * @param parts P, at least 1
 * @param stages T, at least 1
 * @param inputSize side of the square input in pixels; a multiple of the stride
 * @param sigma standard deviation of the ideal belief maps' peaks in cells of the map
 * @param batchNorm whether a batch normalisation follows each convolution but the last of a stage (training only:
 *     published weights have it folded into the convolutions)
 * @param features stage 1's image features
 * @param head stage 1's layers behind its features
 * @param laterFeatures layers that make x'; where {@code laterFromFeatures}, on top of stage 1's features, else from the
 *     picture as in the paper
 * @param laterFromFeatures see {@code laterFeatures}
 * @param laterHead layers of each stage from the second
 */
public record Architecture(
        String name,
        int parts,
        int stages,
        int inputSize,
        double sigma,
        boolean batchNorm,
        List<Layer> features,
        List<Layer> head,
        List<Layer> laterFeatures,
        boolean laterFromFeatures,
        List<Layer> laterHead) {

    public Architecture {
        features = List.copyOf(features);
        head = List.copyOf(head);
        laterFeatures = List.copyOf(laterFeatures);
        laterHead = List.copyOf(laterHead);
        require(parts >= 1, "parts", parts, "at least 1");
        require(stages >= 1 && stages <= 20, "stages", stages, "1 to 20");
        require(sigma > 0, "sigma", sigma, "more than 0 cells");
        int stride = stride(features);
        require(inputSize >= stride && inputSize % stride == 0, "inputSize", inputSize, "a multiple of " + stride);
        require(stride(head) == 1 && stride(laterHead) == 1, "stride of the heads", stride(head), "1");
        int laterStride = laterFromFeatures ? stride * stride(laterFeatures) : stride(laterFeatures);
        require(laterStride == stride, "stride of the later features", laterStride, stride + ", as in stage 1");
    }

    private static void require(boolean good, String what, Object value, String allowed) {
        if (!good) {
            throw new IllegalArgumentException("architecture: " + what + " is " + value + "; allowed: " + allowed);
        }
    }

    /** Input pixels a cell of the belief maps stands for, on a side. */
    public int stride() {
        return stride(features);
    }

    /** Side of the belief maps in cells. */
    public int mapSize() {
        return inputSize / stride();
    }

    /** Channels of a stage's output: the parts and the background. */
    public int maps() {
        return parts + 1;
    }

    /** The same network at another input size: its weights fit both. */
    public Architecture withInputSize(int size) {
        return new Architecture(
                name,
                parts,
                stages,
                size,
                sigma,
                batchNorm,
                features,
                head,
                laterFeatures,
                laterFromFeatures,
                laterHead);
    }

    /** The same network with its batch normalisation folded into the convolutions. */
    public Architecture folded() {
        return new Architecture(
                name,
                parts,
                stages,
                inputSize,
                sigma,
                false,
                features,
                head,
                laterFeatures,
                laterFromFeatures,
                laterHead);
    }

    /**
     * How many input-picture pixels, on a side, one cell of a stage's belief maps depends on through its longest path
     * (figure 2(e): 160 at stage 1 and 400 at stage 2 of the paper's network).
     *
     * @param stage 1 to T
     */
    public int receptiveField(int stage) {
        require(stage >= 1 && stage <= stages, "stage", stage, "1 to " + stages);
        int first = 1 + growth(features, 1) + growth(head, stride());
        int imagePath = laterFromFeatures
                ? 1 + growth(features, 1) + growth(laterFeatures, stride())
                : 1 + growth(laterFeatures, 1);
        int seen = first;
        for (int t = 2; t <= stage; t++) {
            seen = Math.max(seen, imagePath) + growth(laterHead, stride());
        }
        return seen;
    }

    /** Multiply-adds of one picture at this input size, all stages, convolutions only. */
    public long multiplyAdds() {
        long featureCost = cost(features, 3, inputSize);
        int featureChannels = channels(features, 3);
        long total = featureCost + cost(head, featureChannels, mapSize()) + outputCost(channels(head, featureChannels));
        if (stages > 1) {
            total += laterFromFeatures
                    ? cost(laterFeatures, featureChannels, mapSize())
                    : cost(laterFeatures, 3, inputSize);
            int into = laterInputChannels();
            total += (stages - 1) * (cost(laterHead, into, mapSize()) + outputCost(channels(laterHead, into)));
        }
        return total;
    }

    /** How many weights and biases there are, batch normalisation folded in (30,810,138 for the paper's network). */
    public long weights() {
        int featureChannels = channels(features, 3);
        long total = weights(features, 3) + weights(head, featureChannels) + outputWeights(head, featureChannels);
        if (stages > 1) {
            int into = laterInputChannels();
            total += weights(laterFeatures, laterFromFeatures ? featureChannels : 3);
            total += (stages - 1) * (weights(laterHead, into) + outputWeights(laterHead, into));
        }
        return total;
    }

    /** Values of the largest map that a layer gives for one picture at this input size. */
    public long largestMap() {
        int featureChannels = channels(features, 3);
        long largest = Math.max(largestMap(features, 3, inputSize), largestMap(head, featureChannels, mapSize()));
        if (stages > 1) {
            long context = laterFromFeatures
                    ? largestMap(laterFeatures, featureChannels, mapSize())
                    : largestMap(laterFeatures, 3, inputSize);
            largest = Math.max(largest, Math.max(context, largestMap(laterHead, laterInputChannels(), mapSize())));
        }
        return Math.max(largest, (long) maps() * mapSize() * mapSize());
    }

    /** Channels that a later stage sees: x', the belief maps before it and the centre map. */
    int laterInputChannels() {
        int imageChannels = channels(laterFeatures, laterFromFeatures ? channels(features, 3) : 3);
        return imageChannels + maps() + 1;
    }

    static int channels(List<Layer> layers, int channels) {
        int c = channels;
        for (Layer layer : layers) {
            c = layer.outputChannels(c);
        }
        return c;
    }

    private long outputCost(int channels) {
        return (long) channels * maps() * mapSize() * mapSize();
    }

    private static long cost(List<Layer> layers, int channels, int size) {
        long total = 0;
        int c = channels;
        int side = size;
        for (Layer layer : layers) {
            side = (side + layer.stride() - 1) / layer.stride();
            total += layer.multiplyAddsPerOutput(c) * side * side;
            c = layer.outputChannels(c);
        }
        return total;
    }

    private static long weights(List<Layer> layers, int channels) {
        long total = 0;
        int c = channels;
        for (Layer layer : layers) {
            total += layer.multiplyAddsPerOutput(c) + layer.biases();
            c = layer.outputChannels(c);
        }
        return total;
    }

    /** Of the 1×1 convolution to the belief maps behind a chain. */
    private long outputWeights(List<Layer> chain, int channels) {
        return (long) maps() * (channels(chain, channels) + 1);
    }

    private static long largestMap(List<Layer> layers, int channels, int size) {
        long c = channels;
        long side = size;
        long largest = c * side * side;
        for (Layer layer : layers) {
            side = (side + layer.stride() - 1) / layer.stride();
            c = layer.outputChannels((int) c);
            largest = Math.max(largest, c * side * side);
        }
        return largest;
    }

    private static int stride(List<Layer> layers) {
        int stride = 1;
        for (Layer layer : layers) {
            stride = Math.min(1 << 20, stride * layer.stride());
        }
        return stride;
    }

    private static int growth(List<Layer> layers, int jump) {
        int grown = 0;
        int j = jump;
        for (Layer layer : layers) {
            grown += layer.receptiveGrowth(j);
            j *= layer.stride();
        }
        return grown;
    }

    /** Reads layers as {@link Layer#parse} does, separated by blanks. */
    public static List<Layer> layers(String words) {
        return words.isBlank()
                ? List.of()
                : Stream.of(words.trim().split("\\s+")).map(Layer::parse).toList();
    }

    /** Writes what {@link #layers} reads. */
    public static String words(List<Layer> layers) {
        List<String> words = new ArrayList<>();
        layers.forEach(layer -> words.add(layer.toString()));
        return String.join(" ", words);
    }
}
