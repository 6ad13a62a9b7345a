package pose.cpm;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import pose.cpm.network.ConvolutionalPoseMachine;

/** Puts a trained network into a store as a new version. A reader sees all of it or nothing. */
public final class WeightsPublisher {

    private final Path store;

    /** @param store folder that holds {@code <name>/<version>/}; made where missing */
    public WeightsPublisher(Path store) {
        this.store = store;
    }

    /** As {@link #publish(ConvolutionalPoseMachine, Manifest, Map)}, without further files. */
    public Path publish(ConvolutionalPoseMachine network, Manifest manifest) throws IOException {
        return publish(network, manifest, Map.of());
    }

    /**
     * Writes {@code <store>/<name>/<version>/} with the weights in DJL's format and as ONNX: beside it first, then renamed into place.
     *
     * @param network without batch normalisation, see {@link ConvolutionalPoseMachine#folded}
     * @param manifest the manifest but for its files, which this fills in
     * @param further files of the version by name, e.g. {@code experiment.yaml}; the manifest lists them with the rest
     * @return the version's folder
     * @throws IOException also where the network gives other belief maps as ONNX, or no numbers
     * @throws FileAlreadyExistsException where that version exists: versions are immutable
     * @throws IllegalArgumentException where a further file has a name of the weights' own or is in another folder
     */
    public Path publish(ConvolutionalPoseMachine network, Manifest manifest, Map<String, byte[]> further)
            throws IOException {
        Path target = store.resolve(manifest.name()).resolve(manifest.version());
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString(), null, "that weights version exists already");
        }
        SortedMap<String, byte[]> files = new TreeMap<>(further);
        requirePlain(further.keySet());
        files.put(WeightsVersion.WEIGHTS, bytes(network));
        files.put(WeightsVersion.ONNX, onnx(network, manifest));
        Path beside = store.resolve(manifest.name()).resolve("." + manifest.version() + "." + UUID.randomUUID());
        Files.createDirectories(beside);
        SortedMap<String, Manifest.FileSum> sums = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] bytes = file.getValue();
            Files.write(beside.resolve(file.getKey()), bytes);
            sums.put(file.getKey(), new Manifest.FileSum(Sha256.of(bytes), bytes.length));
        }
        Files.writeString(
                beside.resolve(WeightsVersion.MANIFEST),
                manifest.withFiles(sums).toJson());
        return Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requirePlain(Set<String> names) {
        for (String name : names) {
            boolean own = List.of(WeightsVersion.MANIFEST, WeightsVersion.WEIGHTS, WeightsVersion.ONNX)
                    .contains(name);
            if (own || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new IllegalArgumentException("a further file of a version cannot be called " + name);
            }
        }
    }

    private static byte[] onnx(ConvolutionalPoseMachine network, Manifest manifest) throws IOException {
        try {
            return OnnxWeights.export(network, manifest);
        } catch (BadWeightsException e) {
            throw new IOException("not published: " + e.getMessage(), e);
        }
    }

    /** A network's weights in DJL's own parameter format. */
    public static byte[] bytes(ConvolutionalPoseMachine network) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            network.saveParameters(out);
        }
        return bytes.toByteArray();
    }
}
