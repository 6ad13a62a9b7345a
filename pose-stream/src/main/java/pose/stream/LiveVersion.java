package pose.stream;

import pose.schema.WeightsRef;

/**
 * What a stream works with, of which another version can take over while it does.
 *
 * @param <L> a version of it that is not at work yet
 */
public interface LiveVersion<L extends LoadedVersion> {

    /** The version at work. */
    WeightsRef weights();

    /**
     * The version at work alone, to look at frames beside: pictures are decoded on the calling thread, and nobody hears of
     * it. It waits where every device is at a batch.
     */
    ModelPin pinServing();

    /** Lets another version take over from the next batch on, and has it from now on. The one before is freed with its last batch. */
    void swap(L next);
}
