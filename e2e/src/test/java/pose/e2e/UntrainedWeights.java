package pose.e2e;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import pose.cpm.EngineName;
import pose.cpm.Manifest;
import pose.cpm.VersionContents;
import pose.cpm.WeightsVersion;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.Preset;
import pose.skeleton.Skeleton;
import pose.store.Published;
import pose.store.StoreException;
import pose.store.VersionFiles;
import pose.store.WeightsStore;

/** A version of a tiny network that was never trained: for promises that do not depend on what it sees. */
final class UntrainedWeights {

    private static final int STAGES = 2;

    private UntrainedWeights() {}

    /** Publishes it into a store and returns its folder. */
    static Path publish(Path store) throws IOException {
        return publish(store, "1");
    }

    /** As this version of it. */
    static Path publish(Path store, String version) throws IOException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), EngineName.MXNET.forInference())) {
            ConvolutionalPoseMachine network =
                    new ConvolutionalPoseMachine(Preset.TINY.architecture(Skeleton.LSP14.size(), STAGES));
            network.initialize(manager);
            ConvolutionalPoseMachine folded = network.folded(manager);
            Manifest manifest = new Manifest(
                    "untrained",
                    version,
                    "2026-01-01T00:00:00Z",
                    Manifest.ArchitectureWords.of(folded.architecture()),
                    Skeleton.LSP14.name(),
                    Map.of(),
                    Map.of("data", "none"),
                    Map.of(),
                    null,
                    null);
            VersionFiles files = new VersionFiles(manifest.id(), VersionContents.of(folded, manifest, Map.of()));
            try (WeightsStore weights = WeightsStore.at(store.toString())) {
                Published unused = weights.publish(files);
                return Path.of(weights.place(manifest.id()));
            } catch (StoreException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    /** The same network once more, under another version. */
    static Path publishAgain(Path store, String version, String again) throws IOException {
        return copy(
                store.resolve("untrained").resolve(version),
                store.resolve("untrained").resolve(again),
                again);
    }

    /** Copies a version's folder, and writes another version into its manifest. */
    static Path copy(Path from, Path to, String version) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(each -> !each.endsWith(WeightsVersion.MANIFEST))
                    .toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        String manifest = Files.readString(from.resolve(WeightsVersion.MANIFEST));
        // The manifest last: a version is there once it is.
        Files.writeString(
                to.resolve(WeightsVersion.MANIFEST),
                manifest.replaceFirst("(\"version\"\\s*:\\s*)\"[^\"]*\"", "$1\"" + version + "\""));
        return to;
    }
}
