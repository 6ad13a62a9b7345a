package pose.store;

import java.util.Random;
import pose.cpm.VersionId;

/** Publishes a large version in a process of its own, which a test kills. */
final class PublisherProcess {

    private static final int BYTES = 4 << 20;

    private PublisherProcess() {}

    // The store's address, then the version.
    public static void main(String[] args) throws StoreException {
        VersionFiles version = large(VersionId.parse(args[1]));
        try (WeightsStore store = WeightsStore.at(args[0])) {
            boolean warm = store.has(version.id());
            System.out.println(warm ? "there" : "begun");
            System.out.println(store.publish(version));
        }
    }

    /** The same bytes for the same version. */
    static VersionFiles large(VersionId id) {
        byte[] weights = new byte[BYTES];
        new Random(id.hashCode()).nextBytes(weights);
        return Versions.of(id, weights);
    }
}
