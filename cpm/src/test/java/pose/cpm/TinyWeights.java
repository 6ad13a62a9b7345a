package pose.cpm;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.ParameterList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.Preset;
import pose.skeleton.Skeleton;

/** Publishes an untrained tiny network, for tests that need a version but not a good one. */
final class TinyWeights {

    private TinyWeights() {}

    static Path publish(Path store, String version, int seed) throws IOException {
        return publish(store, version, seed, network -> {});
    }

    /** A version whose last bias is not a number, with sums that fit. */
    static Path publishWithoutNumbers(Path store, String version) throws IOException {
        return publish(store, version, 1, network -> {
            ParameterList parameters = network.getParameters();
            NDArray bias = parameters.valueAt(parameters.size() - 1).getArray();
            bias.set(new float[(int) bias.size()]);
            bias.addi(Float.NaN);
        });
    }

    private static Path publish(Path store, String version, int seed, Consumer<ConvolutionalPoseMachine> change)
            throws IOException {
        String engine = EngineName.MXNET.forInference();
        Engine.getEngine(engine).setRandomSeed(seed);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), engine)) {
            ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(Preset.TINY.architecture(14, 2));
            network.initialize(manager);
            ConvolutionalPoseMachine folded = network.folded(manager);
            change.accept(folded);
            Manifest manifest = new Manifest(
                    "tiny",
                    version,
                    "2026-01-01T00:00:00Z",
                    Manifest.ArchitectureWords.of(folded.architecture()),
                    Skeleton.LSP14.name(),
                    Map.of(),
                    Map.of("data", "none"),
                    Map.of(),
                    null,
                    null);
            return new WeightsPublisher(store).publish(folded, manifest);
        }
    }
}
