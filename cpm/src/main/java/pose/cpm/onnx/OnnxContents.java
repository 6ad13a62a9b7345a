package pose.cpm.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an ONNX model of ours says of itself, and its numbers. */
public final class OnnxContents {

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
