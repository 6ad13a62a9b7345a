package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody makes room for what a file only says it holds. */
class DeclaredSizesTest {

    private static final long TEN_GIGABYTES = 10_000_000_000L;

    @TempDir
    private Path store = Path.of("");

    private Path folder = Path.of("");

    @BeforeEach
    void publish() throws Exception {
        folder = TinyWeights.publish(store, "1", 1);
    }

    @Test
    void shouldTakeWhatWasWritten() {
        assertThatCode(() -> Network.load(WeightsVersion.open(folder), EngineName.MXNET)
                        .close())
                .doesNotThrowAnyException();
    }

    /** Where the first array's shape, its number of axes first, stands in what DJL writes. */
    private static int firstShape(byte[] params) {
        int type = new String(params, StandardCharsets.ISO_8859_1).indexOf("FLOAT32");
        return type + "FLOAT32".length();
    }

    private void assertRefused(Consumer<ByteBuffer> change, String reason) throws Exception {
        TinyWeights.replace(folder, WeightsVersion.WEIGHTS, bytes -> {
            int shape = firstShape(bytes);
            change.accept(ByteBuffer.wrap(bytes, shape, bytes.length - shape).slice());
            return bytes;
        });
        WeightsVersion version = WeightsVersion.open(folder);

        assertThatThrownBy(() -> Network.load(version, EngineName.MXNET))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("tiny/1: the weights do not fit the manifest's architecture: ")
                .hasMessageContaining(reason);
    }

    @Test
    void shouldRefuseAnArrayOfTenGigabytes() throws Exception {
        assertRefused(
                shape -> shape.putLong(4, TEN_GIGABYTES), "an array is declared to have 10000000000 values on an axis");
    }

    @Test
    void shouldRefuseAnArrayThatIsLargerThanItsBytes() throws Exception {
        assertRefused(shape -> shape.putLong(4, 400_000), "an array is declared to hold ");
    }

    @Test
    void shouldRefuseAnArrayOfAnyNumberOfAxes() throws Exception {
        assertRefused(shape -> shape.putInt(0, Integer.MAX_VALUE), "an array is declared to have 2147483647 axes");
    }

    @Test
    void shouldRefuseAFileWithAnArrayTooFew() throws Exception {
        TinyWeights.replace(folder, WeightsVersion.WEIGHTS, bytes -> {
            int second = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("NDAR");
            return Arrays.copyOf(bytes, second - 2);
        });
        WeightsVersion version = WeightsVersion.open(folder);

        assertThatThrownBy(() -> Network.load(version, EngineName.MXNET))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining(" weights; the architecture has ");
    }

    private void assertOnnxRefused(UnaryOperator<ModelProto> change, String reason) throws Exception {
        TinyWeights.replace(folder, WeightsVersion.ONNX, bytes -> {
            try {
                return change.apply(ModelProto.parseFrom(bytes)).toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        WeightsVersion version = WeightsVersion.open(folder);

        assertThatThrownBy(() -> Network.load(version, EngineName.ONNXRUNTIME))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("tiny/1: weights.onnx: ")
                .hasMessageContaining(reason);
    }

    private static ModelProto withFirst(ModelProto model, UnaryOperator<TensorProto.Builder> change) {
        ModelProto.Builder changed = model.toBuilder();
        var unused = change.apply(changed.getGraphBuilder().getInitializerBuilder(0));
        return changed.build();
    }

    @Test
    void shouldRefuseAnOnnxTensorOfTenGigabytes() throws Exception {
        assertOnnxRefused(
                model -> withFirst(model, tensor -> tensor.setDims(0, TEN_GIGABYTES / Float.BYTES)),
                "is declared to be [2500000000");
    }

    @Test
    void shouldRefuseAnOnnxTensorThatIsLargerThanItsBytes() throws Exception {
        assertOnnxRefused(
                model -> withFirst(model, tensor -> tensor.setDims(0, tensor.getDims(0) + 1)), " bytes, and has ");
    }

    @Test
    void shouldRefuseAnOnnxTensorInAnotherFile() throws Exception {
        assertOnnxRefused(
                model -> withFirst(model, tensor -> tensor.setDataLocation(TensorProto.DataLocation.EXTERNAL)),
                "lies in another file");
    }

    @Test
    void shouldRefuseAnOnnxOperatorThatOursDoWithout() throws Exception {
        assertOnnxRefused(
                model -> {
                    ModelProto.Builder changed = model.toBuilder();
                    changed.getGraphBuilder()
                            .addNode(NodeProto.newBuilder()
                                    .setOpType("ConstantOfShape")
                                    .addOutput("huge"));
                    return changed.build();
                },
                "has an operator ConstantOfShape that no model of pose has");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conv3x12/2 | conv99x9999 conv99x9999 conv3x12/2 | weights; allowed: at most 268435456",
                "\"inputSize\" : 64 | \"inputSize\" : 65536 | largest map has 12884901888 values a picture",
                "\"features\" | \"feathers\" | one is missing",
                "\"created\" | \"creates\" | one is missing",
            })
    void shouldRefuseAnArchitectureThatNobodyHasRoomFor(String good, String bad, String reason) throws Exception {
        Path manifest = folder.resolve(WeightsVersion.MANIFEST);
        String json = Files.readString(manifest);
        assertThat(json).contains(good);
        Files.writeString(manifest, json.replace(good, bad));

        assertThatThrownBy(() -> WeightsVersion.open(folder))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining(reason);
    }
}
