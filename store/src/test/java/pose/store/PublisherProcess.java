package pose.store;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import pose.cpm.VersionId;

/** Publishes a large version in a process of its own, which a test kills. */
final class PublisherProcess {

    private static final int BYTES = 4 << 20;

    private PublisherProcess() {}

    // The store's address, the version, and 'held' for one that stops at its first step and goes no further.
    public static void main(String[] args) throws StoreException {
        VersionFiles version = large(VersionId.parse(args[1]));
        try (WeightsStore store = args[2].equals("held") ? held(args[0]) : WeightsStore.at(args[0])) {
            boolean warm = store.has(version.id());
            System.out.println(warm ? "there" : "begun");
            System.out.println(store.publish(version));
        }
    }

    private static WeightsStore held(String address) {
        PublishSteps steps = step -> {
            while (true) {
                LockSupport.park();
            }
        };
        return address.startsWith("s3:")
                ? new S3WeightsStore(S3Location.parse(address), steps)
                : new FileWeightsStore(Path.of(address), steps);
    }

    /** The same bytes for the same version. */
    static VersionFiles large(VersionId id) {
        byte[] weights = new byte[BYTES];
        new Random(id.hashCode()).nextBytes(weights);
        return Versions.of(id, weights);
    }
}
