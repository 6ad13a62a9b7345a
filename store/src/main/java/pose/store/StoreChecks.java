package pose.store;

import pose.cpm.BadWeightsException;
import pose.cpm.FileReader;
import pose.cpm.Manifest;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

/** What is looked at in every version that comes out of a store, whatever the store. */
final class StoreChecks {

    private StoreChecks() {}

    static Manifest manifest(String store, VersionId id, FileReader<StoreException> files)
            throws StoreException, BadWeightsException {
        String where = store + "/" + id;
        Manifest manifest = WeightsVersion.manifest(where, files);
        requireId(where, id, manifest);
        return manifest;
    }

    static WeightsVersion open(String store, VersionId id, FileReader<StoreException> files)
            throws StoreException, BadWeightsException {
        String where = store + "/" + id;
        WeightsVersion version = WeightsVersion.open(where, files);
        requireId(where, id, version.manifest());
        return version;
    }

    static StoredVersion read(String store, VersionId id, FileReader<StoreException> files)
            throws StoreException, BadWeightsException {
        String where = store + "/" + id;
        StoredVersion read = StoredVersion.read(where, files);
        requireId(where, id, read.version().manifest());
        return read;
    }

    /** A version that was copied to another's place would be served under the wrong name. */
    private static void requireId(String where, VersionId id, Manifest manifest) throws BadWeightsException {
        if (!manifest.id().equals(id)) {
            throw new BadWeightsException(where + "/" + WeightsVersion.MANIFEST + ": is of " + manifest.id());
        }
    }

    /** For a version without a manifest, when a file of it was asked for. */
    static StoreException noSuchVersion(String store, VersionId id, String file) {
        String message = file.equals(WeightsVersion.MANIFEST)
                ? store + ": no weights version " + id
                : store + ": weights version " + id + " was deleted while it was read";
        return new StoreException(StoreException.Kind.NO_SUCH_VERSION, message);
    }
}
