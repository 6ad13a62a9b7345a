package pose.cpm.onnx;

import static pose.cpm.onnx.GraphWriter.attribute;
import static pose.cpm.onnx.GraphWriter.attributes;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.Layer;
import pose.cpm.network.Task;

/**
 * Writes a network as an ONNX model: one input {@code picture}, N×3×S×S, and an output a stage, {@code stage1} to
 * {@code stageT}, N×(P+1)×M×M, with N open; for a locator N×3×H×W and the maps of {@link Task#LOCATOR}. The centre map is a constant
 * inside, so that whoever runs the file needs to make none. The same network gives the same bytes.
 *
 * <p>Operator set 17 and IR version 8 (ONNX 1.12 of 2022) are the oldest that hold every operator used, and every ONNX
 * Runtime from 1.12 on reads them.
 */
public final class OnnxExport {

    /** Name of the input. */
    public static final String PICTURE = "picture";

    /** Every operator that a model of ours may have. */
    static final Set<String> OPERATORS = Set.of("Add", "Concat", "Conv", "Expand", "MaxPool", "Relu", "Shape");

    static final int OPERATOR_SET = 17;
    static final int IR_VERSION = 8;

    private final Architecture architecture;
    private final GraphWriter graph;
    private final Iterator<Parameter> weights;

    private OnnxExport(ConvolutionalPoseMachine network) {
        architecture = network.architecture();
        graph = new GraphWriter(architecture.name());
        weights = network.getParameters().values().iterator();
    }

    /** Name of a stage's output. */
    public static String stage(int number) {
        return "stage" + number;
    }

    /**
     * Writes a network.
     *
     * @param network without batch normalisation, see {@link ConvolutionalPoseMachine#folded}
     * @param centreMap M×M values; for a locator none
     * @param description what the model is in a sentence or two
     * @param metadata the model's properties
     * @throws IllegalArgumentException where the network still has batch normalisation
     */
    public static byte[] write(
            ConvolutionalPoseMachine network,
            float[] centreMap,
            String description,
            SortedMap<String, String> metadata) {
        if (network.architecture().batchNorm()) {
            throw new IllegalArgumentException(
                    "the network has batch normalisation; only one that has it folded in can be written as ONNX");
        }
        OnnxExport export = new OnnxExport(network);
        export.stages(FloatBuffer.wrap(centreMap));
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setProducerName("pose")
                .setDocString(description)
                .setGraph(export.graph.build());
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private void stages(FloatBuffer centreMap) {
        String pictures = architecture.task() == Task.POSE ? "people's square crops" : "whole pictures";
        graph.input(PICTURE, pictures + ": blue, green, red planes", 3, architecture.input());
        Value picture = new Value(PICTURE, 3);
        Value seen = chain("features", architecture.features(), picture);
        Value beliefs = beliefs(1, architecture.head(), seen);
        if (architecture.stages() == 1) {
            return;
        }
        Value from = architecture.laterFromFeatures() ? seen : picture;
        Value context = chain("laterFeatures", architecture.laterFeatures(), from);
        List<Value> constants = architecture.hasCentreMap() ? List.of(centre(centreMap)) : List.of();
        for (int t = 2; t <= architecture.stages(); t++) {
            List<Value> seenNow = new ArrayList<>(List.of(context, beliefs));
            seenNow.addAll(constants);
            String all = graph.node(
                    "Concat",
                    stage(t) + ".input",
                    seenNow.stream().map(Value::name).toList(),
                    attribute("axis", 1));
            int channels = seenNow.stream().mapToInt(Value::channels).sum();
            beliefs = beliefs(t, architecture.laterHead(), new Value(all, channels));
        }
    }

    /** The centre map, once a person: N×1×M×M. */
    private Value centre(FloatBuffer centreMap) {
        int side = architecture.mapSize();
        String map = graph.constant("centre.map", centreMap, 1, 1, side, side);
        String people = graph.node("Shape", "people", List.of(PICTURE), attribute("start", 0), attribute("end", 1));
        String each = graph.constant("centre.each", 1, side, side);
        String shape = graph.node("Concat", "centre.shape", List.of(people, each), attribute("axis", 0));
        return new Value(graph.node("Expand", "centre", List.of(map, shape)), 1);
    }

    private Value beliefs(int stage, List<Layer> head, Value input) {
        Value inside = chain(stage(stage), head, input);
        Layer.Convolution last = Layer.Convolution.of(1, architecture.maps());
        Value beliefs = convolution(stage(stage), last, inside);
        String maps = architecture.task() == Task.POSE
                ? ", a part each, then the background"
                : ": centres, the background, extents, " + Task.PHASES + " phases of each";
        graph.output(beliefs.name(), "belief maps of stage " + stage + maps, architecture.maps(), architecture.grid());
        return beliefs;
    }

    private Value chain(String name, List<Layer> layers, Value input) {
        Value x = input;
        for (int i = 0; i < layers.size(); i++) {
            x = layer(name + "." + i, layers.get(i), x);
        }
        return x;
    }

    private Value layer(String name, Layer layer, Value x) {
        if (layer instanceof Layer.Convolution convolution) {
            return relu(name + ".relu", convolution(name, convolution, x));
        }
        if (layer instanceof Layer.Residual residual) {
            var half = new Layer.Convolution(residual.kernel(), residual.filters(), 1, residual.dilation());
            Value first = relu(name + ".first.relu", convolution(name + ".first", half, x));
            Value second = convolution(name + ".second", half, first);
            String sum = graph.node("Add", name + ".sum", List.of(second.name(), x.name()));
            return relu(name + ".relu", new Value(sum, second.channels()));
        }
        String pooled = graph.node(
                "MaxPool", name, List.of(x.name()), attributes("kernel_shape", 2, 2), attributes("strides", 2, 2));
        return new Value(pooled, x.channels());
    }

    private Value relu(String name, Value x) {
        return new Value(graph.node("Relu", name, List.of(x.name())), x.channels());
    }

    private Value convolution(String name, Layer.Convolution c, Value x) {
        String kernel = weight(name + ".weight", c.filters(), x.channels(), c.kernel(), c.kernel());
        String bias = weight(name + ".bias", c.filters());
        int pad = (c.kernel() - 1) / 2 * c.dilation();
        String given = graph.node(
                "Conv",
                name,
                List.of(x.name(), kernel, bias),
                attributes("kernel_shape", c.kernel(), c.kernel()),
                attributes("strides", c.stride(), c.stride()),
                attributes("pads", pad, pad, pad, pad),
                attributes("dilations", c.dilation(), c.dilation()));
        return new Value(given, c.filters());
    }

    /** The network's parameters come in the order in which its convolutions run, each kernel before its bias. */
    private String weight(String name, long... shape) {
        NDArray array = weights.next().getArray();
        if (!array.getShape().equals(new Shape(shape))) {
            throw new IllegalArgumentException(
                    name + " is " + array.getShape() + "; the architecture needs " + new Shape(shape));
        }
        return graph.constant(name, FloatBuffer.wrap(array.toFloatArray()), shape);
    }

    /** A value in the graph and how many channels it has. */
    private record Value(String name, int channels) {}
}
