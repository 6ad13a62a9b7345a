package pose.cpm.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Two convolutions with the input added to what comes out, then ReLU (He et al., CVPR 2016). */
final class ResidualBlock extends AbstractBlock {

    private static final byte FORMAT = 1;

    private final ConvolutionBlock first;
    private final ConvolutionBlock second;

    ResidualBlock(Layer.Residual layer, boolean batchNorm) {
        super(FORMAT);
        var convolution = new Layer.Convolution(layer.kernel(), layer.filters(), 1, layer.dilation());
        first = addChildBlock("first", new ConvolutionBlock(convolution, batchNorm, true));
        second = addChildBlock("second", new ConvolutionBlock(convolution, batchNorm, false));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList x = second.forward(store, first.forward(store, inputs, training), training);
        return new NDList(Activation.relu(x.singletonOrThrow().add(inputs.singletonOrThrow())));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return second.getOutputShapes(first.getOutputShapes(inputShapes));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        first.initialize(manager, dataType, inputShapes);
        second.initialize(manager, dataType, first.getOutputShapes(inputShapes));
    }

    ConvolutionBlock first() {
        return first;
    }

    ConvolutionBlock second() {
        return second;
    }
}
