package pose.cpm.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Layers one behind the other; none at all hands its input on. N×C×H×W in and out. */
final class ChainBlock extends AbstractBlock {

    private static final byte FORMAT = 1;

    private final List<Block> links = new ArrayList<>();

    /** The layers, and behind them, where {@code outputs > 0}, a bare 1×1 convolution to that many channels. */
    ChainBlock(List<Layer> layers, boolean batchNorm, int outputs) {
        super(FORMAT);
        for (int i = 0; i < layers.size(); i++) {
            links.add(addChildBlock(String.format("%02d", i), block(layers.get(i), batchNorm)));
        }
        if (outputs > 0) {
            links.add(addChildBlock("out", new ConvolutionBlock(Layer.Convolution.of(1, outputs), false, false)));
        }
    }

    private static Block block(Layer layer, boolean batchNorm) {
        if (layer instanceof Layer.Convolution convolution) {
            return new ConvolutionBlock(convolution, batchNorm, true);
        }
        if (layer instanceof Layer.Residual residual) {
            return new ResidualBlock(residual, batchNorm);
        }
        return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList x = inputs;
        for (Block link : links) {
            x = link.forward(store, x, training);
        }
        return x;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape[] shapes = inputShapes;
        for (Block link : links) {
            shapes = link.getOutputShapes(shapes);
        }
        return shapes;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        Shape[] shapes = inputShapes;
        for (Block link : links) {
            link.initialize(manager, dataType, shapes);
            shapes = link.getOutputShapes(shapes);
        }
    }

    /** Every convolution in order. */
    Stream<ConvolutionBlock> convolutions() {
        return links.stream().flatMap(link -> {
            if (link instanceof ConvolutionBlock convolution) {
                return Stream.of(convolution);
            }
            return link instanceof ResidualBlock residual
                    ? Stream.of(residual.first(), residual.second())
                    : Stream.empty();
        });
    }

    /** The last convolution. */
    ConvolutionBlock last() {
        return (ConvolutionBlock) links.get(links.size() - 1);
    }
}
