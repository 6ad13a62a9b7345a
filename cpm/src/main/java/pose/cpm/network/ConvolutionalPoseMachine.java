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
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The network of Wei et al. (CVPR 2016, section 3) for any {@link Architecture}.
 *
 * <p>Inputs: the picture, N×3×S×S, and the centre map, N×1×M×M with M = S / stride. Outputs: the belief maps of
 * <em>every</em> stage in order, T arrays of N×(P+1)×M×M, the background last. All stages are there because each has its
 * own loss in training (intermediate supervision, section 3.3). A locator sees the picture alone, N×3×H×W, and gives the maps of
 * {@link Task#LOCATOR}.
 */
public final class ConvolutionalPoseMachine extends AbstractBlock {

    private static final byte FORMAT = 1;
    /** With output layers at He scale the beliefs start far from the nearly empty ideal maps; this starts them near. */
    public static final double OUTPUT_SCALE = 0.01;

    private final Architecture architecture;
    private final ChainBlock features;
    private final ChainBlock head;
    private final ChainBlock laterFeatures;
    private final List<ChainBlock> laterHeads = new ArrayList<>();

    public ConvolutionalPoseMachine(Architecture architecture) {
        this(architecture, OUTPUT_SCALE);
    }

    /** @param outputScale what the stages' output layers' starting values are multiplied by, 1 for He's scale */
    public ConvolutionalPoseMachine(Architecture architecture, double outputScale) {
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
        setStartingValues((float) outputScale);
    }

    private void setStartingValues(float outputScale) {
        Initializer he =
                new XavierInitializer(XavierInitializer.RandomType.GAUSSIAN, XavierInitializer.FactorType.IN, 2);
        Initializer small =
                (manager, shape, type) -> he.initialize(manager, shape, type).muli(outputScale);
        setInitializer(he, Parameter.Type.WEIGHT);
        Stream.concat(Stream.of(head), laterHeads.stream())
                .forEach(chain -> chain.last().weight().setInitializer(small));
    }

    public Architecture architecture() {
        return architecture;
    }

    /** Makes room for the weights, at their starting values, at this architecture's input size. */
    public void initialize(NDManager manager) {
        initialize(manager, DataType.FLOAT32, inputShapes(1));
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

    /** What goes in at this architecture's input size: pictures, then centre maps where they are wanted. */
    public Shape[] inputShapes(int batch) {
        Shape pictures = shape(batch, 3, architecture.input());
        return architecture.hasCentreMap()
                ? new Shape[] {pictures, shape(batch, 1, architecture.grid())}
                : new Shape[] {pictures};
    }

    private static Shape shape(int batch, int channels, Size size) {
        return new Shape(batch, channels, size.height(), size.width());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        return through(store, begin(inputs), architecture.stages(), training).beliefs();
    }

    /** A batch, pictures and centre maps where they are wanted, that no stage has seen yet. */
    public HandedOn begin(NDList inputs) {
        NDArray centre = architecture.hasCentreMap() ? inputs.get(1) : null;
        return new HandedOn(inputs.get(0), centre, null, null, new NDList());
    }

    /**
     * Runs the stages behind those that ran, up to and with {@code last}; none where it ran already.
     *
     * @param last from 0 to T
     * @param training whether these stages learn: their batch normalisation then goes by the batch's own mean
     */
    public HandedOn through(ParameterStore store, HandedOn from, int last, boolean training) {
        NDArray seen = from.features();
        NDArray context = from.context();
        NDList beliefs = new NDList(from.beliefs());
        for (int t = beliefs.size() + 1; t <= last; t++) {
            if (seen == null) {
                seen = features.forward(store, new NDList(from.image()), training)
                        .singletonOrThrow();
            }
            if (t == 1) {
                beliefs.add(head.forward(store, new NDList(seen), training).singletonOrThrow());
                continue;
            }
            if (context == null) {
                NDArray image = architecture.laterFromFeatures() ? seen : from.image();
                context = laterFeatures
                        .forward(store, new NDList(image), training)
                        .singletonOrThrow();
            }
            NDArray all = context.concat(beliefs.get(t - 2), 1);
            if (from.centre() != null) {
                all = all.concat(from.centre(), 1);
            }
            beliefs.add(laterHeads
                    .get(t - 2)
                    .forward(store, new NDList(all), training)
                    .singletonOrThrow());
        }
        return new HandedOn(from.image(), from.centre(), seen, context, beliefs);
    }

    /**
     * The parameters that only stages {@code first} to {@code last} bring in, in the network's order under the network's
     * own names: those of the image features go with the first stage that sees them.
     *
     * @param first from 1
     * @param last up to T
     */
    public Map<String, Parameter> parameters(int first, int last) {
        List<ChainBlock> chains = new ArrayList<>();
        if (first == 1) {
            chains.addAll(List.of(features, head));
        }
        if (first <= 2 && last >= 2) {
            chains.add(laterFeatures);
        }
        for (int t = Math.max(2, first); t <= last; t++) {
            chains.add(laterHeads.get(t - 2));
        }
        Set<Parameter> own = Collections.newSetFromMap(new IdentityHashMap<>());
        chains.forEach(chain -> own.addAll(chain.getParameters().values()));
        Map<String, Parameter> named = new LinkedHashMap<>();
        getParameters().forEach(entry -> {
            if (own.contains(entry.getValue())) {
                named.put(entry.getKey(), entry.getValue());
            }
        });
        return named;
    }

    /** A parameter's name as people read it: {@code 01features_0302_01conv_weight} is {@code features.02.conv.weight}. */
    public static String readable(String parameter) {
        return Stream.of(parameter.split("_"))
                .map(step -> step.replaceFirst("^\\d\\d(?=.)", ""))
                .collect(Collectors.joining("."));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        Shape image = inputShapes[0];
        int stride = architecture.stride();
        Shape[] shapes = new Shape[architecture.stages()];
        Arrays.fill(shapes, new Shape(image.get(0), architecture.maps(), image.get(2) / stride, image.get(3) / stride));
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
