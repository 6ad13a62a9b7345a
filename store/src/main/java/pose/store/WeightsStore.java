package pose.store;

import java.time.Duration;
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

    /**
     * The store at an address; nothing is asked of it yet.
     *
     * @param address a folder, {@code DIR} or {@code file:DIR}, or a bucket, {@code
     *     s3://BUCKET[/PREFIX][?endpoint=URL&region=NAME]}, whose keys come from where the AWS SDK looks for them: environment, profile
     * @throws IllegalArgumentException where that is no address of a store, saying what is allowed
     */
    static WeightsStore at(String address) {
        return StoreAddress.parse(address).open();
    }

    /** Where it is, as shown to people; never a secret. */
    String address();

    /** Where a version is or would be, as shown to people. */
    default String place(VersionId id) {
        return address() + "/" + id;
    }

    /** Every version that is there, in order. */
    List<VersionId> versions() throws StoreException;

    /** Whether a version is there; in a store's folder that was not made yet, none is. */
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

    /** As {@link #open}, with every file's bytes: for putting it elsewhere. */
    StoredVersion read(VersionId id) throws StoreException, BadWeightsException;

    /**
     * Puts a version into the store, all of it or nothing. The same bytes may be published again.
     *
     * @throws VersionExistsException where the version is there with other bytes
     */
    Published publish(VersionFiles version) throws StoreException;

    /** Deletes a version, its manifest first; nothing happens where there is none. */
    void delete(VersionId id) throws StoreException;

    /**
     * Deletes what publishers and deleters that were killed left behind, and which was never a version or is none any more.
     *
     * @param grace how long somebody may be at work on it
     * @return how many versions' leftovers were deleted
     */
    int sweepLeftovers(Duration grace) throws StoreException;

    @Override
    void close();
}
