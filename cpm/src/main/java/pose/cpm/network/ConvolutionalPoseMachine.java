package pose.cpm.network;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.util.PairList;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The network of Wei et al. (CVPR 2016, section 3) for any {@link Architecture}.
 *
 * <p>Inputs: the picture, N×3×S×S, and the centre map, N×1×M×M with M = S / stride. Outputs: the belief maps of
 * <em>every</em> stage in order, T arrays of N×(P+1)×M×M, the background last. All stages are there because each has its
 * own loss in training (intermediate supervision, section 3.3).
 */
public final class ConvolutionalPoseMachine extends AbstractBlock {

    private static final byte FORMAT = 1;
    /** With output layers at He scale the beliefs start far from the nearly empty ideal maps; this starts them near. */
    private static final float OUTPUT_SCALE = 0.01f;

    private final Architecture architecture;
    private final ChainBlock features;
    private final ChainBlock head;
    private final ChainBlock laterFeatures;
    private final List<ChainBlock> laterHeads = new ArrayList<>();

    public ConvolutionalPoseMachine(Architecture architecture) {
        super(FORMAT);
        this.architecture = architecture;
        boolean norm = architecture.batchNorm();
        features = addChildBlock("features", new ChainBlock(architecture.features(), norm, 0));
        head = addChildBlock("stage1", new ChainBlock(architecture.head(), norm, architecture.maps()));
        laterFeatures = new ChainBlock(architecture.laterFeatures(), norm, 0);
        if (architecture.stages() > 1) {
            addChildBlock("laterFeatures", laterFeatures);
        }
        for (int t = 2; t <= architecture.stages(); t++) {
            laterHeads.add(
                    addChildBlock("stage" + t, new ChainBlock(architecture.laterHead(), norm, architecture.maps())));
        }
        setStartingValues();
    }

    private void setStartingValues() {
        Initializer he =
                new XavierInitializer(XavierInitializer.RandomType.GAUSSIAN, XavierInitializer.FactorType.IN, 2);
        Initializer small =
                (manager, shape, type) -> he.initialize(manager, shape, type).muli(OUTPUT_SCALE);
        setInitializer(he, Parameter.Type.WEIGHT);
        Stream.concat(Stream.of(head), laterHeads.stream())
                .forEach(chain -> chain.last().weight().setInitializer(small));
    }

    public Architecture architecture() {
        return architecture;
    }

    /** Makes room for the weights, at their starting values, at this architecture's input size. */
    public void initialize(NDManager manager) {
        initialize(manager, DataType.FLOAT32, inputShapes(1, architecture.inputSize()));
    }

    /**
     * Reads weights that {@link #saveParameters} wrote and checks that each has this architecture's shape. Only for a
     * network that is new: a trainer holds on to the arrays it first saw.
     *
     * @param manager owns the weights
     * @throws MalformedModelException where they are of another architecture
     * @throws IOException where they break off
     */
    public void load(NDManager manager, DataInputStream in) throws IOException, MalformedModelException {
        loadParameters(manager, in);
        try (NDManager scope = manager.newSubManager()) {
            ConvolutionalPoseMachine expected = new ConvolutionalPoseMachine(architecture);
            expected.initialize(scope);
            ParameterList wanted = expected.getParameters();
            ParameterList found = getParameters();
            for (String name : wanted.keys()) {
                Shape shape = found.get(name).getArray().getShape();
                Shape fits = wanted.get(name).getArray().getShape();
                if (!shape.equals(fits)) {
                    throw new MalformedModelException(name + " is " + shape + "; the architecture needs " + fits);
                }
            }
        }
    }

    /** What goes in: pictures, then centre maps. */
    public Shape[] inputShapes(int batch, int size) {
        int map = size / architecture.stride();
        return new Shape[] {new Shape(batch, 3, size, size), new Shape(batch, 1, map, map)};
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray image = inputs.get(0);
        NDArray centre = inputs.get(1);
        NDList seen = features.forward(store, new NDList(image), training);
        NDList beliefs = new NDList();
        beliefs.add(head.forward(store, seen, training).singletonOrThrow());
        if (laterHeads.isEmpty()) {
            return beliefs;
        }
        NDList from = architecture.laterFromFeatures() ? seen : new NDList(image);
        NDArray context = laterFeatures.forward(store, from, training).singletonOrThrow();
        for (ChainBlock stage : laterHeads) {
            NDArray before = beliefs.get(beliefs.size() - 1);
            NDArray all = context.concat(before, 1).concat(centre, 1);
            beliefs.add(stage.forward(store, new NDList(all), training).singletonOrThrow());
        }
        return beliefs;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape image = inputShapes[0];
        long map = image.get(2) / architecture.stride();
        Shape[] shapes = new Shape[architecture.stages()];
        Arrays.fill(shapes, new Shape(image.get(0), architecture.maps(), map, map));
        return shapes;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        Shape image = inputShapes[0];
        features.initialize(manager, dataType, image);
        Shape[] seen = features.getOutputShapes(new Shape[] {image});
        head.initialize(manager, dataType, seen);
        if (laterHeads.isEmpty()) {
            return;
        }
        laterFeatures.initialize(manager, dataType, architecture.laterFromFeatures() ? seen : new Shape[] {image});
        Shape map = seen[0];
        Shape all = new Shape(map.get(0), architecture.laterInputChannels(), map.get(2), map.get(3));
        laterHeads.forEach(stage -> stage.initialize(manager, dataType, all));
    }

    /** How many weights and biases there are (30,810,138 for the paper's network at P = 14, T = 6). */
    public long weightCount() {
        return getParameters().values().stream()
                .mapToLong(p -> p.getArray().size())
                .sum();
    }

    /**
     * The same function without batch normalisation: every normalisation becomes part of the convolution before it.
     *
     * @param manager owns the new network's weights
     */
    public ConvolutionalPoseMachine folded(NDManager manager) {
        ConvolutionalPoseMachine target = new ConvolutionalPoseMachine(architecture.folded());
        target.initialize(manager);
        Iterator<ConvolutionBlock> into = target.convolutions().iterator();
        convolutions().forEach(block -> block.foldInto(into.next()));
        return target;
    }

    private Stream<ConvolutionBlock> convolutions() {
        List<ChainBlock> chains = new ArrayList<>(List.of(features, head));
        if (!laterHeads.isEmpty()) {
            chains.add(laterFeatures);
        }
        chains.addAll(laterHeads);
        return chains.stream().flatMap(ChainBlock::convolutions);
    }
}
