package pose.cpm.network;

import java.util.List;

/** What layers one behind the other amount to. */
final class Chain {

    private Chain() {}

    /** Channels that come out where {@code channels} go in. */
    static int channels(List<Layer> layers, int channels) {
        int c = channels;
        for (Layer layer : layers) {
            c = layer.outputChannels(c);
        }
        return c;
    }

    /** By how much the map shrinks on a side. */
    static int stride(List<Layer> layers) {
        int stride = 1;
        for (Layer layer : layers) {
            stride = Math.min(1 << 20, stride * layer.stride());
        }
        return stride;
    }

    /** Pixels by which one output sees further, see {@link Layer#receptiveGrowth}. */
    static int growth(List<Layer> layers, int jump) {
        int grown = 0;
        int j = jump;
        for (Layer layer : layers) {
            grown += layer.receptiveGrowth(j);
            j *= layer.stride();
        }
        return grown;
    }

    /** Multiply-adds of one map of this size. */
    static long cost(List<Layer> layers, int channels, Size size) {
        long total = 0;
        int c = channels;
        Size left = size;
        for (Layer layer : layers) {
            left = left.dividedBy(layer.stride());
            total += layer.multiplyAddsPerOutput(c) * left.area();
            c = layer.outputChannels(c);
        }
        return total;
    }

    /** Weights and biases. */
    static long weights(List<Layer> layers, int channels) {
        long total = 0;
        int c = channels;
        for (Layer layer : layers) {
            total += layer.multiplyAddsPerOutput(c) + layer.biases();
            c = layer.outputChannels(c);
        }
        return total;
    }

    /** Values of the largest map on the way, what goes in included. */
    static long largestMap(List<Layer> layers, int channels, Size size) {
        long largest = channels * size.area();
        int c = channels;
        Size left = size;
        for (Layer layer : layers) {
            left = left.dividedBy(layer.stride());
            c = layer.outputChannels(c);
            largest = Math.max(largest, c * left.area());
        }
        return largest;
    }
}
