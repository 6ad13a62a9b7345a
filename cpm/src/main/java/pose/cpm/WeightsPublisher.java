package pose.cpm;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import pose.cpm.network.ConvolutionalPoseMachine;

/** Puts a trained network into a store as a new version. A reader sees all of it or nothing. */
public final class WeightsPublisher {

    private final Path store;

    /** @param store folder that holds {@code <name>/<version>/}; made where missing */
    public WeightsPublisher(Path store) {
        this.store = store;
    }

    /**
     * Writes {@code <store>/<name>/<version>/}: beside it first, then renamed into place.
     *
     * @param network without batch normalisation, see {@link ConvolutionalPoseMachine#folded}
     * @param manifest the manifest but for its files, which this fills in
     * @return the version's folder
     * @throws FileAlreadyExistsException where that version exists: versions are immutable
     */
    public Path publish(ConvolutionalPoseMachine network, Manifest manifest) throws IOException {
        byte[] weights = bytes(network);
        Manifest whole = withFiles(
                manifest, Map.of(WeightsVersion.WEIGHTS, new Manifest.FileSum(Sha256.of(weights), weights.length)));
        Path target = store.resolve(manifest.name()).resolve(manifest.version());
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString(), null, "that weights version exists already");
        }
        Path beside = store.resolve(manifest.name()).resolve("." + manifest.version() + "." + UUID.randomUUID());
        Files.createDirectories(beside);
        Files.write(beside.resolve(WeightsVersion.WEIGHTS), weights);
        Files.writeString(beside.resolve(WeightsVersion.MANIFEST), whole.toJson());
        return Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A network's weights in DJL's own parameter format. */
    public static byte[] bytes(ConvolutionalPoseMachine network) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            network.saveParameters(out);
        }
        return bytes.toByteArray();
    }

    private static Manifest withFiles(Manifest m, Map<String, Manifest.FileSum> files) {
        return new Manifest(
                m.name(),
                m.version(),
                m.created(),
                m.architecture(),
                m.skeleton(),
                files,
                m.training(),
                m.metrics(),
                m.parent(),
                m.gitCommit());
    }
}
