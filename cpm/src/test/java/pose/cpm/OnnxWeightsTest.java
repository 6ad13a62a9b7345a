package pose.cpm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.Preset;
import pose.skeleton.Skeleton;

class OnnxWeightsTest {

    @TempDir
    private Path store;

    @Test
    void shouldListTheModelInTheManifestOfEveryPublishedVersion() throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);

        WeightsVersion version = WeightsVersion.open(folder);

        byte[] model = Files.readAllBytes(folder.resolve("weights.onnx"));
        assertThat(version.manifest().files())
                .containsEntry("weights.onnx", new Manifest.FileSum(Sha256.of(model), model.length));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "one stage,        1, 64, conv3x8/2 res3x8d2, conv3x8 conv1x8, conv1x6, true, conv3x8d3 conv1x8",
                "the paper's form, 3, 64, conv9x8 pool conv5x6 pool conv5x4, conv9x8 conv1x8, conv5x6 pool conv3x4 pool,"
                        + " false, conv11x6 conv11x6 conv1x6",
                "nothing in x',    2, 32, conv3x8/2, conv1x8, ~~, true, conv5x8",
                "nothing but x',   2, 32, ~~, ~~, conv3x4, false, ~~",
            })
    void shouldGiveTheSameBeliefMapsWhateverTheArchitecture(
            String name,
            int stages,
            int inputSize,
            String features,
            String head,
            String laterFeatures,
            boolean laterFromFeatures,
            String laterHead)
            throws Exception {
        Architecture architecture = new Architecture(
                name,
                14,
                stages,
                inputSize,
                1.2,
                true,
                Architecture.layers(features),
                Architecture.layers(head),
                Architecture.layers(laterFeatures),
                laterFromFeatures,
                Architecture.layers(laterHead));

        WeightsVersion version = WeightsVersion.open(TinyWeights.publish(store, "1", architecture, 7));

        // Publishing compares by itself; this is another picture, and every stage by hand.
        FloatBuffer picture = ramp(architecture);
        try (Network ours = Network.load(version, EngineName.MXNET);
                Network theirs = Network.load(version, EngineName.ONNXRUNTIME)) {
            List<float[]> expected = ours.beliefs(picture, 1);
            List<float[]> actual = theirs.beliefs(picture, 1);
            assertThat(actual).hasSize(stages);
            for (int stage = 0; stage < stages; stage++) {
                assertThat(OnnxWeights.apart(expected.get(stage), actual.get(stage)))
                        .isLessThan(1e-4);
                assertThat(expected.get(stage)).isNotEqualTo(new float[expected.get(stage).length]);
            }
        }
    }

    @Test
    void shouldNotPublishANetworkWithAWeightThatIsNoNumber() throws Exception {
        try (NDManager manager = TinyWeights.manager()) {
            ConvolutionalPoseMachine network = TinyWeights.network(Preset.TINY.architecture(14, 2), 1, manager);
            TinyWeights.spoil(network.getParameters().valueAt(0));
            Manifest manifest = TinyWeights.manifest("1", network.architecture());

            assertThatThrownBy(() -> VersionContents.of(network, manifest, Map.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not published: tiny/1")
                    .hasMessageContaining("holds NaN");
        }
    }

    @Test
    void shouldRefuseAModelThatGivesOtherBeliefMaps() throws Exception {
        WeightsVersion version = WeightsVersion.open(TinyWeights.publish(store, "1", 1));
        WeightsVersion other = WeightsVersion.open(TinyWeights.publish(store, "2", 2));
        try (Network ours = Network.load(version, EngineName.MXNET);
                Network theirs = Network.load(other, EngineName.ONNXRUNTIME)) {
            assertThatThrownBy(() -> OnnxWeights.compare("tiny/1", ours, theirs))
                    .isInstanceOf(BadWeightsException.class)
                    .hasMessageContaining("tiny/1: stage 1's belief maps in ONNX differ by")
                    .hasMessageContaining("allowed: 1.0E-4");
        }
    }

    @Test
    void shouldMakeTheModelOfAVersionThatHoldsNone() throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        byte[] stored = Files.readAllBytes(folder.resolve(WeightsVersion.ONNX));
        TinyWeights.replace(folder, WeightsVersion.ONNX, bytes -> new byte[0]);
        WeightsVersion version = WeightsVersion.open(folder);

        byte[] made = OnnxWeights.of(version);

        assertThat(made).isEqualTo(stored).isEqualTo(OnnxWeights.export(version));
    }

    @Test
    void shouldMakeTheModelAgainWhereTheManifestSaysAnotherInputSize() throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        Path manifest = folder.resolve(WeightsVersion.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest).replace("\"inputSize\" : 64", "\"inputSize\" : 96"));

        try (Network network = Network.load(WeightsVersion.open(folder), EngineName.ONNXRUNTIME)) {
            assertThat(network.beliefs(ramp(network.architecture()), 1).get(1)).hasSize(15 * 24 * 24);
        }
    }

    @Test
    void shouldRefuseAFileThatIsNoModel() throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        TinyWeights.replace(
                folder, WeightsVersion.ONNX, bytes -> "no model".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        WeightsVersion version = WeightsVersion.open(folder);

        assertThatThrownBy(() -> Network.load(version, EngineName.ONNXRUNTIME))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("weights.onnx: not an ONNX model");
    }

    @Test
    void shouldTellAStrangerAllThatIsNeededToRunTheFile() throws Exception {
        byte[] model = Files.readAllBytes(TinyWeights.publish(store, "1", 1).resolve(WeightsVersion.ONNX));

        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(model)) {
            Map<String, String> says = session.getMetadata().getCustomMetadata();
            assertThat(says)
                    .containsEntry("name", "tiny")
                    .containsEntry("version", "1")
                    .containsEntry("skeleton", "lsp14")
                    .containsEntry("parts", String.join(",", Skeleton.LSP14.parts()))
                    .containsEntry("input_size", "64")
                    .containsEntry("stride", "4")
                    .containsEntry("channel_order", "BGR")
                    .containsEntry("pixel_mean", "128.0")
                    .containsEntry("pixel_scale", "0.00390625");
            assertThat(shape(requireNonNull(session.getInputInfo().get("picture"))))
                    .containsExactly(-1, 3, 64, 64);
            assertThat(session.getInputNames()).containsExactly("picture");
            assertThat(session.getOutputNames()).containsExactly("stage1", "stage2");
            assertThat(shape(requireNonNull(session.getOutputInfo().get("stage2"))))
                    .containsExactly(-1, 15, 16, 16);
            FloatBuffer pictures = FloatBuffer.allocate(5 * 3 * 64 * 64);
            try (OnnxTensor input = OnnxTensor.createTensor(
                            OrtEnvironment.getEnvironment(), pictures, new long[] {5, 3, 64, 64});
                    OrtSession.Result result = session.run(Map.of("picture", input))) {
                assertThat(shape(new NodeInfo("stage2", result.get(1).getInfo())))
                        .containsExactly(5, 15, 16, 16);
            }
        }
    }

    private static long[] shape(NodeInfo node) {
        return ((TensorInfo) node.getInfo()).getShape();
    }

    private static FloatBuffer ramp(Architecture architecture) {
        float[] values = new float[CropBatch.values(architecture, 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) i / values.length - 0.5f;
        }
        return FloatBuffer.wrap(values);
    }
}
