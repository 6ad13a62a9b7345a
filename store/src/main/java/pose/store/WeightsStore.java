package pose.store;

import java.util.List;
import pose.cpm.BadWeightsException;
import pose.cpm.Manifest;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

/**
 * Where weights versions are kept. A version is immutable, and is there once its manifest is: a reader never sees a part of
 * one. Safe for several threads and for several processes at once.
 */
public interface WeightsStore extends AutoCloseable {

    /** Where it is, as shown to people; never a secret. */
    String address();

    /** Every version that is there, in order. */
    List<VersionId> versions() throws StoreException;

    boolean has(VersionId id) throws StoreException;

    /**
     * What a version says of itself.
     *
     * @throws BadWeightsException where that is no manifest
     */
    Manifest manifest(VersionId id) throws StoreException, BadWeightsException;

    /**
     * Reads a version and checks each of its files against its manifest. Lengths are checked before bytes are read.
     *
     * @throws BadWeightsException naming the file that is not what the manifest says
     */
    WeightsVersion open(VersionId id) throws StoreException, BadWeightsException;

    /**
     * Puts a version into the store, all of it or nothing. The same bytes may be published again.
     *
     * @throws VersionExistsException where the version is there with other bytes
     */
    Published publish(VersionFiles version) throws StoreException;

    /** Deletes a version, its manifest first; nothing happens where there is none. */
    void delete(VersionId id) throws StoreException;

    @Override
    void close();
}
