package pose.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import pose.cpm.BadWeightsException;
import pose.cpm.BundledWeights;
import pose.cpm.FileReader;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

/**
 * Every file of one version, on its way into a store.
 *
 * @param id which version
 * @param files their bytes by name, {@code manifest.json} among them
 */
public record VersionFiles(VersionId id, Map<String, byte[]> files) {

    public VersionFiles {
        SortedMap<String, byte[]> sorted = new TreeMap<>(files);
        if (!sorted.containsKey(WeightsVersion.MANIFEST)) {
            throw new IllegalArgumentException(
                    id + " has no " + WeightsVersion.MANIFEST + "; it has " + sorted.keySet());
        }
        files = Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * A version that lies in a folder, in a store or not.
     *
     * @throws BadWeightsException where it is not whole, naming the file
     */
    public static VersionFiles read(Path folder) throws BadWeightsException {
        if (!Files.isDirectory(folder)) {
            throw new BadWeightsException(folder + ": no such weights folder");
        }
        return StoredVersion.read(folder.toString(), FileReader.of(folder)).files();
    }

    /** The version that comes with pose. */
    public static VersionFiles bundled() throws BadWeightsException {
        return StoredVersion.read(BundledWeights.WHERE, BundledWeights.files()).files();
    }

    byte[] manifest() {
        return Objects.requireNonNull(files.get(WeightsVersion.MANIFEST));
    }

    /** What to say of a version that is there in place of this one; nothing where it is this one. */
    Optional<String> difference(byte[] otherManifest) {
        return Arrays.equals(manifest(), otherManifest)
                ? Optional.empty()
                : Optional.of(ManifestDifference.between(otherManifest, manifest()));
    }
}
