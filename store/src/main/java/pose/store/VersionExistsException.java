package pose.store;

import pose.cpm.VersionId;

/** A version of that name is in the store with other bytes: versions are immutable. */
public final class VersionExistsException extends StoreException {

    private static final long serialVersionUID = 1;

    private final transient VersionId id;

    /** @param difference what differs, e.g. {@code weights.onnx has another SHA-256} */
    public VersionExistsException(VersionId id, String store, String difference) {
        super(Kind.OTHER, store + ": weights version " + id + " exists already, and " + difference);
        this.id = id;
    }

    public VersionId id() {
        return id;
    }
}
