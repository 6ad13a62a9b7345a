package pose.cpm.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/** A convolution, the batch normalisation behind it where there is one, and ReLU where wanted. N×C×H×W in and out. */
final class ConvolutionBlock extends AbstractBlock {

    private static final byte FORMAT = 1;
    /** What DJL's batch normalisation adds to the variance. */
    private static final float EPSILON = 1e-5f;

    private final Conv2d convolution;
    private final @Nullable BatchNorm norm;
    private final boolean relu;

    ConvolutionBlock(Layer.Convolution layer, boolean batchNorm, boolean relu) {
        super(FORMAT);
        int pad = (layer.kernel() - 1) / 2 * layer.dilation();
        convolution = addChildBlock(
                "conv",
                Conv2d.builder()
                        .setKernelShape(new Shape(layer.kernel(), layer.kernel()))
                        .setFilters(layer.filters())
                        .optStride(new Shape(layer.stride(), layer.stride()))
                        .optPadding(new Shape(pad, pad))
                        .optDilation(new Shape(layer.dilation(), layer.dilation()))
                        .optBias(!batchNorm)
                        .build());
        norm = batchNorm
                ? addChildBlock(
                        "norm",
                        BatchNorm.builder()
                                .optEpsilon(EPSILON)
                                .optMomentum(0.9f)
                                .build())
                : null;
        this.relu = relu;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDList x = convolution.forward(store, inputs, training, params);
        if (norm != null) {
            x = norm.forward(store, x, training, params);
        }
        return relu ? new NDList(Activation.relu(x.singletonOrThrow())) : x;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return convolution.getOutputShapes(inputShapes);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        convolution.initialize(manager, dataType, inputShapes);
        if (norm != null) {
            norm.initialize(manager, dataType, convolution.getOutputShapes(inputShapes));
        }
    }

    /** The convolution's own weight, F×C×k×k: its size says how to start it. */
    Parameter weight() {
        return convolution.getParameters().get("weight");
    }

    /**
     * Writes this block's convolution and normalisation as one convolution with a bias into {@code target}, which has
     * none of the latter. At inference the two compute the same: γ(w·x − μ)/√(σ² + ε) + β.
     */
    void foldInto(ConvolutionBlock target) {
        NDArray weight = convolution.getParameters().get("weight").getArray();
        if (norm == null) {
            target.set("weight", weight.duplicate());
            target.set(
                    "bias", convolution.getParameters().get("bias").getArray().duplicate());
            return;
        }
        NDArray gamma = norm.getParameters().get("gamma").getArray();
        NDArray beta = norm.getParameters().get("beta").getArray();
        NDArray mean = norm.getParameters().get("runningMean").getArray();
        NDArray variance = norm.getParameters().get("runningVar").getArray();
        try (NDArray scale = gamma.div(variance.add(EPSILON).sqrt())) {
            target.set("weight", weight.mul(scale.reshape(scale.size(), 1, 1, 1)));
            target.set("bias", beta.sub(mean.mul(scale)));
        }
    }

    private void set(String parameter, NDArray value) {
        NDArray own = convolution.getParameters().get(parameter).getArray();
        own.set(value.toFloatArray());
    }
}
