package pose.cpm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.skeleton.Skeleton;

/** One immutable weights version whose files were checked against its manifest. */
public final class WeightsVersion {

    public static final String MANIFEST = "manifest.json";
    public static final String WEIGHTS = "weights.params";
    /** The same network as an ONNX model; older versions have none. */
    public static final String ONNX = "weights.onnx";

    private final Manifest manifest;
    private final String manifestSha256;
    private final byte[] weights;
    private final byte @Nullable [] onnx;
    private final @Nullable Path folder;

    private WeightsVersion(
            @Nullable Path folder, Manifest manifest, String manifestSha256, byte[] weights, byte @Nullable [] onnx) {
        this.folder = folder;
        this.manifest = manifest;
        this.manifestSha256 = manifestSha256;
        this.weights = weights;
        this.onnx = onnx;
    }

    /**
     * Reads a version's folder and checks every file's length and SHA-256 against the manifest.
     *
     * @param folder {@code <store>/<name>/<version>}
     * @throws BadWeightsException naming the file that is missing or is not what the manifest says
     */
    public static WeightsVersion open(Path folder) throws BadWeightsException {
        if (!Files.isDirectory(folder)) {
            throw new BadWeightsException(folder + ": no such weights folder");
        }
        return open(folder.toString(), FileReader.of(folder)).in(folder);
    }

    /**
     * Reads a version from wherever it is and checks every file's length and SHA-256 against the manifest.
     *
     * @param where named in messages, before the file's name
     * @throws BadWeightsException naming the file that is missing or is not what the manifest says
     * @throws E where the reader says that the place, and not the version, is at fault
     */
    public static <E extends Exception> WeightsVersion open(String where, FileReader<E> files)
            throws BadWeightsException, E {
        byte[] json = json(where, files);
        Manifest manifest = Manifest.parse(json, where + "/" + MANIFEST);
        Map<String, byte[]> found = new HashMap<>();
        for (Map.Entry<String, Manifest.FileSum> file : manifest.files().entrySet()) {
            byte[] bytes = read(where, file.getKey(), file.getValue().bytes(), "the manifest says", files);
            check(where + "/" + file.getKey(), bytes, file.getValue());
            if (file.getKey().equals(WEIGHTS) || file.getKey().equals(ONNX)) {
                found.put(file.getKey(), bytes);
            }
        }
        byte[] weights = found.get(WEIGHTS);
        if (weights == null) {
            throw new BadWeightsException(where + "/" + MANIFEST + ": files does not list " + WEIGHTS);
        }
        return new WeightsVersion(null, manifest, Sha256.of(json), weights, found.get(ONNX));
    }

    /** A version's manifest alone, see {@link #open(String, FileReader)}. */
    public static <E extends Exception> Manifest manifest(String where, FileReader<E> files)
            throws BadWeightsException, E {
        return Manifest.parse(json(where, files), where + "/" + MANIFEST);
    }

    private static <E extends Exception> byte[] json(String where, FileReader<E> files) throws BadWeightsException, E {
        return read(where, MANIFEST, Manifest.LONGEST, "a manifest has at most", files);
    }

    private static <E extends Exception> byte[] read(
            String where, String file, long longest, String why, FileReader<E> files) throws BadWeightsException, E {
        try {
            byte[] bytes = files.read(file, longest);
            if (bytes == null) {
                throw new BadWeightsException(where + "/" + file + ": no such file");
            }
            return bytes;
        } catch (TooLongException e) {
            throw new BadWeightsException(where + "/" + file + ": " + e.bytes() + " bytes; " + why + " " + longest);
        } catch (IOException e) {
            throw new BadWeightsException(where + "/" + file + ": cannot be read: " + e.getMessage());
        }
    }

    /** The same version, known to lie in this folder. */
    public WeightsVersion in(Path place) {
        return new WeightsVersion(place, manifest, manifestSha256, weights, onnx);
    }

    private static void check(String file, byte[] bytes, Manifest.FileSum sum) throws BadWeightsException {
        if (bytes.length != sum.bytes()) {
            throw new BadWeightsException(file + ": " + bytes.length + " bytes; the manifest says " + sum.bytes());
        }
        String sha256 = Sha256.of(bytes);
        if (!sha256.equals(sum.sha256())) {
            throw new BadWeightsException(file + ": SHA-256 is " + sha256 + "; the manifest says " + sum.sha256());
        }
    }

    /** Where it was read from; nowhere for one that comes with pose. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    public Manifest manifest() {
        return manifest;
    }

    /** SHA-256 of {@code manifest.json}, in hexadecimal: with the sums it holds, it stands for every byte of the version. */
    public String manifestSha256() {
        return manifestSha256;
    }

    public VersionId id() {
        return new VersionId(name(), version());
    }

    public String name() {
        return manifest.name();
    }

    public String version() {
        return manifest.version();
    }

    /** SHA-256 of the weights themselves, in hexadecimal: the manifest's, which they were checked against. */
    public String sha256() {
        return Objects.requireNonNull(manifest.files().get(WEIGHTS)).sha256();
    }

    public Skeleton skeleton() {
        return Skeleton.named(manifest.skeleton()).orElseThrow();
    }

    /** The weights as DJL writes parameters; not a copy. */
    byte[] weights() {
        return weights;
    }

    /** The ONNX model that the version holds, null where it holds none; not a copy. */
    byte @Nullable [] onnx() {
        return onnx;
    }

    @Override
    public String toString() {
        return name() + "/" + version();
    }
}
