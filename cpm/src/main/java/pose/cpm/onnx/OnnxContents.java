package pose.cpm.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an ONNX model of ours says of itself, and its numbers. */
public final class OnnxContents {

    /** Of one tensor: 1 GiB of numbers. */
    private static final long MOST_VALUES = 1 << 28;

    private final ModelProto model;

    private OnnxContents(ModelProto model) {
        this.model = model;
    }

    /**
     * Reads a model.
     *
     * @throws IOException where the bytes are none
     */
    public static OnnxContents parse(byte[] bytes) throws IOException {
        try {
            return new OnnxContents(ModelProto.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("not an ONNX model: " + e.getMessage(), e);
        }
    }

    /** The model's properties. */
    public Map<String, String> metadata() {
        return model.getMetadataPropsList().stream()
                .collect(Collectors.toMap(
                        StringStringEntryProto::getKey, StringStringEntryProto::getValue, (first, again) -> again));
    }

    /**
     * The first thing that none of our models has and an engine might make room for: a tensor that is declared to be other than its
     * bytes, or to lie in another file, or an operator that ours do without.
     */
    public Optional<String> firstOddity() {
        for (TensorProto tensor : model.getGraph().getInitializerList()) {
            Optional<String> oddity = oddity(tensor).map(odd -> "tensor " + tensor.getName() + " " + odd);
            if (oddity.isPresent()) {
                return oddity;
            }
        }
        return model.getGraph().getNodeList().stream()
                .filter(node -> !OnnxExport.OPERATORS.contains(node.getOpType())
                        || node.getAttributeList().stream().anyMatch(attribute -> attribute.hasT() || attribute.hasG()))
                .map(node -> "has an operator " + node.getOpType() + " that no model of pose has")
                .findFirst();
    }

    private static Optional<String> oddity(TensorProto tensor) {
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
            return Optional.of("lies in another file");
        }
        int width;
        if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
            width = Float.BYTES;
        } else if (tensor.getDataType() == TensorProto.DataType.INT64.getNumber()) {
            width = Long.BYTES;
        } else {
            return Optional.of("is of type " + tensor.getDataType());
        }
        long bytes = width;
        for (long size : tensor.getDimsList()) {
            if (size < 0 || size > MOST_VALUES || bytes * size > MOST_VALUES * width) {
                return Optional.of("is declared to be " + tensor.getDimsList());
            }
            bytes *= size;
        }
        if (bytes != tensor.getRawData().size()) {
            return Optional.of("is declared to be " + tensor.getDimsList() + ", " + bytes + " bytes, and has "
                    + tensor.getRawData().size());
        }
        return width == Long.BYTES ? oddShape(tensor) : Optional.empty();
    }

    /** Whole numbers are the shape that the centre map is given. */
    private static Optional<String> oddShape(TensorProto tensor) {
        LongBuffer sizes = tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer();
        long values = 1;
        while (sizes.hasRemaining()) {
            long size = sizes.get();
            if (size < 1 || size > MOST_VALUES || values * size > MOST_VALUES) {
                return Optional.of("asks for a map of " + size + " on a side");
            }
            values *= size;
        }
        return Optional.empty();
    }

    /** The first weight that is infinite or not a number, with its name; an engine may hide it behind a ReLU. */
    public Optional<String> firstOddWeight() {
        for (TensorProto tensor : model.getGraph().getInitializerList()) {
            if (tensor.getDataType() != TensorProto.DataType.FLOAT.getNumber()) {
                continue;
            }
            FloatBuffer values = tensor.getRawData()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            while (values.hasRemaining()) {
                float value = values.get();
                if (!Float.isFinite(value)) {
                    return Optional.of(tensor.getName() + " holds " + value);
                }
            }
        }
        return Optional.empty();
    }
}
