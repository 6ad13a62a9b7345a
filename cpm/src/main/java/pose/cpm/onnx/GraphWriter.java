package pose.cpm.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import pose.cpm.network.Size;

/**
 * Writes the few ONNX operators that the network needs, one behind the other. A value is known by its name, and a node
 * by the name of what it gives. See <a href="https://onnx.ai/onnx/operators/">the operators</a>.
 */
final class GraphWriter {

    /** The batch axis, left open. */
    private static final String BATCH = "N";

    private final GraphProto.Builder graph;

    GraphWriter(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    GraphProto build() {
        return graph.build();
    }

    /** Declares an input, N×C×H×W. */
    void input(String name, String meaning, int channels, Size size) {
        graph.addInput(tensor(name, meaning, channels, size));
    }

    /** Declares a value that a node gives to be an output, N×C×H×W. */
    void output(String name, String meaning, int channels, Size size) {
        graph.addOutput(tensor(name, meaning, channels, size));
    }

    private static ValueInfoProto tensor(String name, String meaning, int channels, Size size) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam(BATCH);
        for (long axis : new long[] {channels, size.height(), size.width()}) {
            shape.addDimBuilder().setDimValue(axis);
        }
        TypeProto.Tensor.Builder type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setDocString(meaning)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    /** Stores constant numbers and returns their name. */
    String constant(String name, FloatBuffer values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.remaining() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(name, TensorProto.DataType.FLOAT, bytes, shape);
    }

    /** Stores constant whole numbers, a list, and returns their name. */
    String constant(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return constant(name, TensorProto.DataType.INT64, bytes, values.length);
    }

    private String constant(String name, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
        TensorProto.Builder tensor = graph.addInitializerBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        for (long size : shape) {
            tensor.addDims(size);
        }
        return name;
    }

    /** Adds a node with one output and returns the output's name, which is also the node's. */
    String node(String operator, String name, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(name)
                .addAllInput(inputs)
                .addOutput(name)
                .addAllAttribute(List.of(attributes)));
        return name;
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    /** An attribute that is a list, such as a kernel's two sides. */
    static AttributeProto attributes(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }
}
