package pose.stream;

import pose.cpm.WeightsVersion;
import pose.schema.WeightsRef;

/** One weights version in memory, on one device or several. */
interface LoadedNetwork extends AutoCloseable {

    /** How many batches it can be at, at the same time. */
    int devices();

    /** Returns where the engine still answers; else throws what it throws. */
    void probe();

    /** The name of the skeleton that its answers follow. */
    String skeleton();

    WeightsRef weights();

    /** What records call a version. */
    static WeightsRef ref(WeightsVersion version) {
        return new WeightsRef(version.name(), version.version(), version.sha256());
    }

    @Override
    void close();
}
