package pose.trainer.experiment.baseline;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A {@link RegressionArchitecture} as blocks. N×3×S×S in, N×2P out: x and y of each part as shares of the input's side. */
final class RegressionNetwork extends AbstractBlock {

    private static final byte FORMAT = 1;
    private static final Shape TWO = new Shape(2, 2);
    /** Starts the outputs near the picture's middle. */
    private static final float OUTPUT_SCALE = 0.01f;

    /** A layer with weights, and what comes behind it. */
    private record Step(String name, Block block, boolean relu, boolean pool, boolean flatten) {}

    private final List<Step> steps = new ArrayList<>();

    RegressionNetwork(RegressionArchitecture architecture) {
        super(FORMAT);
        Initializer he =
                new XavierInitializer(XavierInitializer.RandomType.GAUSSIAN, XavierInitializer.FactorType.IN, 2);
        for (int b = 0; b < architecture.blocks().size(); b++) {
            List<Integer> block = architecture.blocks().get(b);
            for (int c = 0; c < block.size(); c++) {
                add("conv" + (b + 1) + "_" + (c + 1), convolution(block.get(c)), true, c == block.size() - 1, false);
            }
        }
        for (int h = 0; h < architecture.hidden().size(); h++) {
            add("fc" + (h + 1), linear(architecture.hidden().get(h)), true, false, h == 0);
        }
        Block out = linear(architecture.outputs());
        add("out", out, false, false, architecture.hidden().isEmpty());
        setInitializer(he, Parameter.Type.WEIGHT);
        Initializer small =
                (manager, shape, type) -> he.initialize(manager, shape, type).muli(OUTPUT_SCALE);
        out.getParameters().get("weight").setInitializer(small);
    }

    private void add(String name, Block block, boolean relu, boolean pool, boolean flatten) {
        steps.add(new Step(name, addChildBlock(name, block), relu, pool, flatten));
    }

    private static Block convolution(int filters) {
        return Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .setFilters(filters)
                .optPadding(new Shape(1, 1))
                .build();
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    /** Names and weights of the layers, input to output. */
    void eachWeight(BiConsumer<String, NDArray> to) {
        steps.forEach(step -> to.accept(
                step.name(), step.block().getParameters().get("weight").getArray()));
    }

    /** Runs the network and shows what comes out of each ReLU, before pooling. */
    NDList forward(ParameterStore store, NDList inputs, boolean training, BiConsumer<String, NDArray> activations) {
        NDList x = inputs;
        for (Step step : steps) {
            if (step.flatten()) {
                NDArray map = x.singletonOrThrow();
                // MXNet has no flatten of some dimensions.
                x = new NDList(map.reshape(map.getShape().get(0), -1));
            }
            x = step.block().forward(store, x, training);
            if (step.relu()) {
                x = new NDList(Activation.relu(x.singletonOrThrow()));
                activations.accept(step.name(), x.singletonOrThrow());
            }
            if (step.pool()) {
                x = new NDList(Pool.maxPool2d(x.singletonOrThrow(), TWO, TWO, new Shape(0, 0), false));
            }
        }
        return x;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        return forward(store, inputs, training, (name, activation) -> {});
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape[] shapes = inputShapes;
        for (Step step : steps) {
            shapes = step.block().getOutputShapes(shaped(step, shapes));
            if (step.pool()) {
                shapes = new Shape[] {halved(shapes[0])};
            }
        }
        return shapes;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        Shape[] shapes = inputShapes;
        for (Step step : steps) {
            shapes = shaped(step, shapes);
            step.block().initialize(manager, dataType, shapes);
            shapes = step.block().getOutputShapes(shapes);
            if (step.pool()) {
                shapes = new Shape[] {halved(shapes[0])};
            }
        }
    }

    private static Shape[] shaped(Step step, Shape[] shapes) {
        Shape in = shapes[0];
        return step.flatten() ? new Shape[] {new Shape(in.get(0), in.size() / in.get(0))} : shapes;
    }

    private static Shape halved(Shape map) {
        return new Shape(map.get(0), map.get(1), map.get(2) / 2, map.get(3) / 2);
    }
}
