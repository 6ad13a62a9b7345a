package pose.cpm;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.Preset;
import pose.skeleton.Skeleton;

/** Publishes an untrained tiny network, for tests that need a version but not a good one. */
final class TinyWeights {

    private TinyWeights() {}

    static Path publish(Path store, String version, int seed) throws IOException {
        String engine = EngineName.MXNET.forInference();
        Engine.getEngine(engine).setRandomSeed(seed);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), engine)) {
            ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(Preset.TINY.architecture(14, 2));
            network.initialize(manager);
            ConvolutionalPoseMachine folded = network.folded(manager);
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
