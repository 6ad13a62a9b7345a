package pose.stream;

import pose.schema.WeightsRef;

/** A version in memory that is not at work yet: it can be looked through, and is then put to work or closed. */
public interface LoadedVersion extends AutoCloseable {

    WeightsRef weights();

    /** The name of the skeleton that its answers follow. */
    String skeleton();

    /** Looks at frames; pictures are decoded on the calling thread. */
    ModelPin pin();

    /** Frees it; not for one that was put to work. */
    @Override
    void close();
}
