package pose.stream.weights;

import pose.cpm.BadWeightsException;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.store.StoreException;

/** Where versions come from. */
@FunctionalInterface
public interface VersionSource {

    /**
     * Reads a version and checks its files against its manifest.
     *
     * @param manifestSha256 which bytes are meant, in lower-case hexadecimal; empty where that is not known
     * @throws BadWeightsException naming the file that is not what the manifest says
     */
    WeightsVersion open(VersionId id, String manifestSha256) throws StoreException, BadWeightsException;
}
