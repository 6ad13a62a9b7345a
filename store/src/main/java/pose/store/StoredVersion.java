package pose.store;

import java.util.Map;
import java.util.TreeMap;
import pose.cpm.BadWeightsException;
import pose.cpm.FileReader;
import pose.cpm.WeightsVersion;

/** A version that was checked, and all of its files. */
public record StoredVersion(WeightsVersion version, VersionFiles files) {

    /** As {@link WeightsVersion#open(String, FileReader)}; what was read is kept. */
    static <E extends Exception> StoredVersion read(String where, FileReader<E> reader) throws BadWeightsException, E {
        Map<String, byte[]> files = new TreeMap<>();
        WeightsVersion version = WeightsVersion.open(where, (FileReader<E>) (file, longest) -> {
            byte[] bytes = reader.read(file, longest);
            if (bytes != null) {
                files.put(file, bytes);
            }
            return bytes;
        });
        return new StoredVersion(version, new VersionFiles(version.id(), files));
    }
}
