package pose.cpm;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.Preset;
import pose.cpm.network.Task;
import pose.skeleton.Skeleton;

/** Publishes an untrained tiny network, for tests that need a version but not a good one. */
final class TinyWeights {

    private TinyWeights() {}

    static Path publish(Path store, String version, int seed) throws IOException {
        return publish(store, version, Preset.TINY.architecture(14, 2), seed);
    }

    static Path publish(Path store, String version, Architecture architecture, int seed) throws IOException {
        try (NDManager manager = manager()) {
            ConvolutionalPoseMachine network = network(architecture, seed, manager);
            return write(store, network, manifest(version, network.architecture()));
        }
    }

    /** Writes a network as a version's folder. */
    static Path write(Path store, ConvolutionalPoseMachine network, Manifest manifest) throws IOException {
        Path folder = Files.createDirectories(store.resolve(manifest.name()).resolve(manifest.version()));
        for (Map.Entry<String, byte[]> file :
                VersionContents.of(network, manifest, Map.of()).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    static NDManager manager() {
        return NDManager.newBaseManager(Device.cpu(), EngineName.MXNET.forInference());
    }

    /** A network that learned nothing, folded. */
    static ConvolutionalPoseMachine network(Architecture architecture, int seed, NDManager owner) {
        Engine.getEngine(EngineName.MXNET.forInference()).setRandomSeed(seed);
        ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(architecture);
        network.initialize(owner);
        return network.folded(owner);
    }

    static Manifest manifest(String version, Architecture architecture) {
        boolean isLocator = architecture.task() == Task.LOCATOR;
        return new Manifest(
                isLocator ? "locator" : "tiny",
                version,
                "2026-01-01T00:00:00Z",
                Manifest.ArchitectureWords.of(architecture),
                (isLocator ? Skeleton.CENTRE : Skeleton.LSP14).name(),
                Map.of(),
                Map.of("data", "none"),
                Map.of(),
                null,
                null);
    }

    /** Makes the first value of one of a network's weights no number. */
    static void spoil(Parameter weight) {
        NDArray array = weight.getArray();
        float[] values = array.toFloatArray();
        values[0] = Float.NaN;
        array.set(values);
    }

    /** Puts a file in a version's folder in place of what is there, or takes it away, and has the manifest agree. */
    static void replace(Path folder, String file, UnaryOperator<byte[]> change)
            throws IOException, BadWeightsException {
        Path path = folder.resolve(file);
        byte[] bytes = change.apply(Files.readAllBytes(path));
        Path manifestFile = folder.resolve(WeightsVersion.MANIFEST);
        Manifest old = Manifest.parse(Files.readAllBytes(manifestFile), "manifest");
        Map<String, Manifest.FileSum> sums = new TreeMap<>(old.files());
        if (bytes.length == 0) {
            Files.delete(path);
            sums.remove(file);
        } else {
            Files.write(path, bytes);
            sums.put(file, new Manifest.FileSum(Sha256.of(bytes), bytes.length));
        }
        Files.writeString(manifestFile, old.withFiles(sums).toJson());
    }
}
