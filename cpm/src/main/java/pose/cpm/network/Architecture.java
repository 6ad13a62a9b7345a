package pose.cpm.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A convolutional pose machine as plain data (Wei et al., CVPR 2016, section 3 and figure 2).
 *
 * <p>Stage 1 is {@code features} then {@code head}; every later stage sees its image features x', the maps of the stage before and,
 * where it estimates poses, the centre map, and runs {@code laterHead} over them. Each stage ends in a 1×1 convolution to its maps
 * ({@link Task}), which is not listed. The image features of the later stages are one copy that all of them share.
 *
 * @param name preset this came from, e.g. {@code paper} or {@code lite}
 * @param task what it is for
 * @param parts P, at least 1; 1 for a locator
 * @param stages T, at least 1
 * @param input size of the input in pixels, multiples of the stride; a square for poses
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
        Task task,
        int parts,
        int stages,
        Size input,
        double sigma,
        boolean batchNorm,
        List<Layer> features,
        List<Layer> head,
        List<Layer> laterFeatures,
        boolean laterFromFeatures,
        List<Layer> laterHead) {

    /** Channels of a picture. */
    private static final int COLOURS = 3;

    /** Pixels: larger than any picture that is decoded. */
    private static final int LARGEST_SIDE = 1 << 16;

    /** A network that estimates poses in square crops of this many pixels on a side. */
    public Architecture(
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
        this(
                name,
                Task.POSE,
                parts,
                stages,
                squareInput(inputSize, Chain.stride(features)),
                sigma,
                batchNorm,
                features,
                head,
                laterFeatures,
                laterFromFeatures,
                laterHead);
    }

    public Architecture {
        features = List.copyOf(features);
        head = List.copyOf(head);
        laterFeatures = List.copyOf(laterFeatures);
        laterHead = List.copyOf(laterHead);
        require(parts >= 1, "parts", parts, "at least 1");
        require(stages >= 1 && stages <= 20, "stages", stages, "1 to 20");
        require(sigma > 0, "sigma", sigma, "more than 0 cells");
        int stride = Chain.stride(features);
        requireInput(input.width(), stride);
        requireInput(input.height(), stride);
        require(
                Chain.stride(head) == 1 && Chain.stride(laterHead) == 1,
                "stride of the heads",
                Chain.stride(head),
                "1");
        int laterStride = Chain.stride(laterFeatures) * (laterFromFeatures ? stride : 1);
        require(laterStride == stride, "stride of the later features", laterStride, stride + ", as in stage 1");
        if (task == Task.POSE) {
            require(input.isSquare(), "input", input, "a square, for poses");
        } else {
            require(parts == 1, "parts", parts, "1 for a " + task.word());
        }
    }

    private static Size squareInput(int side, int stride) {
        requireInput(side, stride);
        return Size.square(side);
    }

    private static void requireInput(int side, int stride) {
        require(side >= stride && side % stride == 0, "inputSize", side, "a multiple of " + stride);
        require(side <= LARGEST_SIDE, "inputSize", side, "at most " + LARGEST_SIDE);
    }

    private static void require(boolean good, String what, Object value, String allowed) {
        if (!good) {
            throw new IllegalArgumentException("architecture: " + what + " is " + value + "; allowed: " + allowed);
        }
    }

    /** Input pixels that a cell of the network's grid stands for, on a side. */
    public int stride() {
        return Chain.stride(features);
    }

    /** The network's grid: cells of each channel that a stage gives. */
    public Size grid() {
        return input.dividedBy(stride());
    }

    /**
     * Side of the square input in pixels.
     *
     * @throws IllegalStateException where it is no square
     */
    public int inputSize() {
        return side(input);
    }

    /**
     * Side of the square belief maps in cells.
     *
     * @throws IllegalStateException where they are no squares
     */
    public int mapSize() {
        return side(grid());
    }

    private int side(Size size) {
        if (!size.isSquare()) {
            throw new IllegalStateException(name + " has an input of " + input + ", which is no square");
        }
        return size.width();
    }

    /** Channels of a stage's output, see {@link Task}. */
    public int maps() {
        return task.maps(parts);
    }

    /** Values that go in for one picture, 3×H×W. */
    public int inputValues() {
        return Math.toIntExact(3 * input.area());
    }

    /** Values that a stage gives for one picture. */
    public int outputValues() {
        return Math.toIntExact(maps() * grid().area());
    }

    /** Whether the later stages are told by a centre map where their subject is. */
    public boolean hasCentreMap() {
        return task == Task.POSE;
    }

    /** The same network at another size of a square input: its weights fit both. */
    public Architecture withInputSize(int size) {
        return withInput(squareInput(size, stride()));
    }

    /** The same network at another input size: its weights fit both. */
    public Architecture withInput(Size size) {
        return with(size, batchNorm);
    }

    /** The same network with its batch normalisation folded into the convolutions. */
    public Architecture folded() {
        return with(input, false);
    }

    private Architecture with(Size size, boolean norm) {
        return new Architecture(
                name,
                task,
                parts,
                stages,
                size,
                sigma,
                norm,
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
        int first = 1 + Chain.growth(features, 1) + Chain.growth(head, stride());
        int imagePath = laterFromFeatures
                ? 1 + Chain.growth(features, 1) + Chain.growth(laterFeatures, stride())
                : 1 + Chain.growth(laterFeatures, 1);
        int seen = first;
        for (int t = 2; t <= stage; t++) {
            seen = Math.max(seen, imagePath) + Chain.growth(laterHead, stride());
        }
        return seen;
    }

    /** Multiply-adds of one picture at this input size, all stages, convolutions only. */
    public long multiplyAdds() {
        int seen = Chain.channels(features, COLOURS);
        long total = Chain.cost(features, COLOURS, input)
                + Chain.cost(head, seen, grid())
                + outputCost(Chain.channels(head, seen));
        if (stages > 1) {
            int into = laterInputChannels();
            total += laterFromFeatures
                    ? Chain.cost(laterFeatures, seen, grid())
                    : Chain.cost(laterFeatures, COLOURS, input);
            total += (stages - 1) * (Chain.cost(laterHead, into, grid()) + outputCost(Chain.channels(laterHead, into)));
        }
        return total;
    }

    /** How many weights and biases there are, batch normalisation folded in (30,810,138 for the paper's network). */
    public long weights() {
        int seen = Chain.channels(features, COLOURS);
        long total = Chain.weights(features, COLOURS) + Chain.weights(head, seen) + outputWeights(head, seen);
        if (stages > 1) {
            int into = laterInputChannels();
            total += Chain.weights(laterFeatures, laterFromFeatures ? seen : COLOURS);
            total += (stages - 1) * (Chain.weights(laterHead, into) + outputWeights(laterHead, into));
        }
        return total;
    }

    /** Values of the largest map that a layer gives for one picture at this input size. */
    public long largestMap() {
        int seen = Chain.channels(features, COLOURS);
        long largest = Math.max(Chain.largestMap(features, COLOURS, input), Chain.largestMap(head, seen, grid()));
        if (stages > 1) {
            long context = laterFromFeatures
                    ? Chain.largestMap(laterFeatures, seen, grid())
                    : Chain.largestMap(laterFeatures, COLOURS, input);
            largest = Math.max(largest, Math.max(context, Chain.largestMap(laterHead, laterInputChannels(), grid())));
        }
        return Math.max(largest, maps() * grid().area());
    }

    /** Channels that a later stage sees: x', the maps before it and the centre map where there is one. */
    int laterInputChannels() {
        int imageChannels =
                Chain.channels(laterFeatures, laterFromFeatures ? Chain.channels(features, COLOURS) : COLOURS);
        return imageChannels + maps() + (hasCentreMap() ? 1 : 0);
    }

    private long outputCost(int channels) {
        return (long) channels * maps() * grid().area();
    }

    /** Of the 1×1 convolution to the maps behind a chain. */
    private long outputWeights(List<Layer> chain, int channels) {
        return (long) maps() * (Chain.channels(chain, channels) + 1);
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
