package pose.trainer.experiment.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network that puts out coordinates: blocks of 3×3 convolutions with ReLU, 2×2 max pooling behind each block, fully
 * connected layers with ReLU, and 2P outputs (Toshev and Szegedy, DeepPose, CVPR 2014, without its cascade).
 *
 * @param name of the shape
 * @param parts P, at least 1
 * @param inputSize side of the square input in pixels; halved by each block without remainder
 * @param blocks filters of each convolution, block by block
 * @param hidden outputs of the fully connected layers before the last
 */
public record RegressionArchitecture(
        String name, int parts, int inputSize, List<List<Integer>> blocks, List<Integer> hidden) {

    private static final int KERNEL = 3;

    public RegressionArchitecture {
        blocks = blocks.stream().map(List::copyOf).toList();
        hidden = List.copyOf(hidden);
        int halvings = 1 << blocks.size();
        if (inputSize < halvings || inputSize % halvings != 0) {
            throw new IllegalArgumentException(
                    "input is " + inputSize + "; allowed for " + name + ": a multiple of " + halvings);
        }
    }

    /** Four convolutions, each with pooling behind it, and one hidden layer. */
    public static RegressionArchitecture fourConvolutions(int parts, int inputSize) {
        return new RegressionArchitecture(
                "4-convolutions",
                parts,
                inputSize,
                List.of(List.of(16), List.of(32), List.of(64), List.of(64)),
                List.of(256));
    }

    /**
     * VGG16 (Simonyan and Zisserman, ICLR 2015, configuration D): 13 convolutions in 5 blocks and 3 fully connected
     * layers.
     *
     * @param width share of the original's channels, above 0 to 1; every layer keeps at least 4
     */
    public static RegressionArchitecture vgg16(int parts, int inputSize, double width) {
        int[] filters = {64, 128, 256, 512, 512};
        int[] depths = {2, 2, 3, 3, 3};
        List<List<Integer>> blocks = IntStream.range(0, 5)
                .mapToObj(b -> java.util.Collections.nCopies(depths[b], scaled(filters[b], width)))
                .toList();
        return new RegressionArchitecture(
                "vgg16", parts, inputSize, blocks, List.of(scaled(4096, width), scaled(4096, width)));
    }

    private static int scaled(int channels, double width) {
        return Math.max(4, (int) Math.round(channels * width));
    }

    /** Values that come out: x and y of every part. */
    public int outputs() {
        return 2 * parts;
    }

    /** Values that the convolutions hand to the first fully connected layer. */
    private int flattened() {
        int side = inputSize >> blocks.size();
        List<Integer> last = blocks.get(blocks.size() - 1);
        return side * side * last.get(last.size() - 1);
    }

    /** Inputs and outputs of each fully connected layer, the last one included. */
    private List<int[]> connections() {
        List<int[]> connections = new ArrayList<>();
        int in = flattened();
        for (int out : hidden) {
            connections.add(new int[] {in, out});
            in = out;
        }
        connections.add(new int[] {in, outputs()});
        return connections;
    }

    /** Weights and biases. */
    public long parameters() {
        long total = 0;
        int in = 3;
        for (List<Integer> block : blocks) {
            for (int filters : block) {
                total += ((long) KERNEL * KERNEL * in + 1) * filters;
                in = filters;
            }
        }
        for (int[] connection : connections()) {
            total += (connection[0] + 1L) * connection[1];
        }
        return total;
    }

    /** Multiply-adds of one picture. */
    public long multiplyAdds() {
        long total = 0;
        int in = 3;
        long side = inputSize;
        for (List<Integer> block : blocks) {
            for (int filters : block) {
                total += (long) KERNEL * KERNEL * in * filters * side * side;
                in = filters;
            }
            side /= 2;
        }
        for (int[] connection : connections()) {
            total += (long) connection[0] * connection[1];
        }
        return total;
    }
}
