package pose.cpm;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import pose.cpm.network.ConvolutionalPoseMachine;

/** What a weights version consists of, made of a trained network: every file's bytes, and the manifest with their sums. */
public final class VersionContents {

    private VersionContents() {}

    /**
     * The weights in DJL's format and as ONNX, the further files, and the manifest that lists them all.
     *
     * @param network without batch normalisation, see {@link ConvolutionalPoseMachine#folded}
     * @param manifest the manifest but for its files, which this fills in
     * @param further files of the version by name, e.g. {@code experiment.yaml}
     * @return the files' bytes by name
     * @throws IOException also where the network gives other belief maps as ONNX, or no numbers
     * @throws IllegalArgumentException where a further file has a name of the weights' own or is in another folder
     */
    public static SortedMap<String, byte[]> of(
            ConvolutionalPoseMachine network, Manifest manifest, Map<String, byte[]> further) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(further);
        requirePlain(further.keySet());
        files.put(WeightsVersion.WEIGHTS, bytes(network));
        files.put(WeightsVersion.ONNX, onnx(network, manifest));
        SortedMap<String, Manifest.FileSum> sums = new TreeMap<>();
        files.forEach((name, bytes) -> sums.put(name, new Manifest.FileSum(Sha256.of(bytes), bytes.length)));
        files.put(WeightsVersion.MANIFEST, manifest.withFiles(sums).toJson().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static void requirePlain(Set<String> names) {
        for (String name : names) {
            boolean own = List.of(WeightsVersion.WEIGHTS, WeightsVersion.ONNX).contains(name);
            if (own || !ManifestCheck.isFileName(name)) {
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
