package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pose.athlete.AthleteScene;
import pose.athlete.RenderedFrame;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.Preset;
import pose.skeleton.Box;
import pose.skeleton.Pose;

/** Every engine on the class path is the same function. Maven profile {@code pytorch} has one more of them here. */
class EngineConformanceTest {

    private static final EngineName REFERENCE = EngineName.MXNET;

    @TempDir
    private Path store;

    static Stream<EngineName> engines() {
        return Stream.of(EngineName.values())
                .filter(e -> e != EngineName.AUTO)
                .filter(EngineConformanceTest::isPresent);
    }

    private static boolean isPresent(EngineName engine) {
        try {
            return !engine.forInference().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void shouldHaveOnnxRuntimeAndMxnetHereAndPreferTheFormer() {
        assertThat(engines()).contains(EngineName.ONNXRUNTIME, EngineName.MXNET);
        assertThat(EngineName.AUTO.forInference()).isEqualTo(EngineName.ONNXRUNTIME.forInference());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16})
    void shouldGiveTheSameBeliefMapsAtEveryStage(int people) throws Exception {
        WeightsVersion weights = BundledWeights.open();
        try (Network reference = Network.load(weights, REFERENCE)) {
            FloatBuffer pictures = pictures(reference, people);
            List<float[]> expected = reference.beliefs(pictures, people);

            for (EngineName engine : engines().toList()) {
                try (Network network = Network.load(weights, engine)) {
                    List<float[]> actual = network.beliefs(pictures, people);

                    assertThat(actual).hasSize(weights.manifest().architecture().stages());
                    for (int stage = 0; stage < expected.size(); stage++) {
                        assertThat(OnnxWeights.apart(expected.get(stage), actual.get(stage)))
                                .as("%s, stage %d of %d", engine, stage + 1, expected.size())
                                .isLessThan(1e-4);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16})
    void shouldPutEveryPartInTheSamePlace(int people) throws Exception {
        WeightsVersion weights = BundledWeights.open();
        List<Subject> athletes = athletes(people, 200);
        try (PoseEstimator reference = PoseEstimator.load(weights, REFERENCE)) {
            List<Pose> expected = reference.estimate(athletes);

            for (EngineName engine : engines().toList()) {
                try (PoseEstimator estimator = PoseEstimator.load(weights, engine)) {
                    List<Pose> actual = estimator.estimate(athletes);

                    assertThat(actual).hasSize(people);
                    for (int i = 0; i < people; i++) {
                        assertThat(farthest(actual.get(i), expected.get(i)))
                                .as("%s, person %d of %d", engine, i + 1, people)
                                .isLessThan(0.1);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void shouldRefuseAWeightThatIsNoNumberAlsoBehindARelu(EngineName engine) throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        TinyWeights.replace(folder, WeightsVersion.WEIGHTS, good -> changed(EngineConformanceTest::spoilFirst));
        TinyWeights.replace(folder, WeightsVersion.ONNX, EngineConformanceTest::withoutFirstConstant);
        WeightsVersion version = WeightsVersion.open(folder);

        assertThatThrownBy(() -> Network.load(version, engine))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("tiny/1")
                .hasMessageContaining("holds NaN");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void shouldRefuseWeightsThatGiveNoNumbers(EngineName engine) throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        TinyWeights.replace(folder, WeightsVersion.WEIGHTS, good -> changed(EngineConformanceTest::makeHuge));
        TinyWeights.replace(folder, WeightsVersion.ONNX, good -> new byte[0]);
        WeightsVersion version = WeightsVersion.open(folder);

        assertThatThrownBy(() -> Network.load(version, engine))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("tiny/1")
                .hasMessageContaining("the network answers a grey picture with");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void shouldRefuseWeightsOfAnotherArchitecture(EngineName engine) throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        Path manifest = folder.resolve(WeightsVersion.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest).replace("conv3x12/2", "conv3x20/2"));
        WeightsVersion version = WeightsVersion.open(folder);

        assertThatThrownBy(() -> Network.load(version, engine))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("tiny/1")
                .hasMessageContaining("do not fit");
    }

    private static byte[] changed(Consumer<ConvolutionalPoseMachine> change) {
        try (NDManager manager = TinyWeights.manager()) {
            ConvolutionalPoseMachine network = TinyWeights.network(Preset.TINY.architecture(14, 2), 1, manager);
            change.accept(network);
            return VersionContents.bytes(network);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void spoilFirst(ConvolutionalPoseMachine network) {
        TinyWeights.spoil(network.getParameters().valueAt(0));
    }

    /** Every weight and bias is a number, but what comes of them is none. */
    private static void makeHuge(ConvolutionalPoseMachine network) {
        network.getParameters()
                .values()
                .forEach(weight -> weight.getArray().addi(0.1f).muli(1e20f));
    }

    private static byte[] withoutFirstConstant(byte[] good) {
        try {
            ModelProto.Builder model = ModelProto.parseFrom(good).toBuilder();
            TensorProto.Builder first = model.getGraphBuilder().getInitializerBuilder(0);
            byte[] values = first.getRawData().toByteArray();
            ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, Float.NaN);
            first.setRawData(ByteString.copyFrom(values));
            return model.build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FloatBuffer pictures(Network network, int people) {
        FloatBuffer pictures = FloatBuffer.allocate(CropBatch.values(network.architecture(), people));
        new CropBatch(network.architecture(), athletes(people, 160)).write(pictures);
        return pictures.flip();
    }

    private static List<Subject> athletes(int people, int side) {
        List<Subject> athletes = new ArrayList<>();
        for (int seed = 0; seed < people; seed++) {
            RenderedFrame frame = AthleteScene.sample(seed, side, side);
            byte[] bgr = ((DataBufferByte) frame.image().getRaster().getDataBuffer()).getData();
            athletes.add(new Subject(Picture.of(side, side, bgr), new Box(0, 0, side, side)));
        }
        return athletes;
    }

    private static double farthest(Pose a, Pose b) {
        double farthest = 0;
        for (int p = 0; p < a.keypoints().size(); p++) {
            farthest = Math.max(
                    farthest,
                    a.keypoints().get(p).point().distanceTo(b.keypoints().get(p).point()));
        }
        return farthest;
    }
}
