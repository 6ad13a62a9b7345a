package pose.store;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        files = java.util.Collections.unmodifiableSortedMap(sorted);
    }
}
