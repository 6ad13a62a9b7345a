package pose.stream;

import java.util.List;

/**
 * Frames on their way through the engine together: first added, then awaited, then inferred.
 *
 * <p>A frame that cannot be looked at is a {@link Poison} in the answer. Whatever is thrown means that the engine failed:
 * no frame is to blame, and no frame of the batch counts as processed.
 */
public interface FrameBatch extends AutoCloseable {

    /** Takes a frame in and begins to prepare it (decode, crop); never waits for that and never fails. */
    void add(FrameRequest frame);

    /** Waits until every frame is prepared. */
    default void awaitPrepared() {}

    /**
     * Runs the engine; first waits for what is not prepared yet.
     *
     * @return one result a frame, in the order in which they were added
     */
    List<FrameResult> infer();

    /** Gives back what the batch held, whether it was inferred or not. */
    @Override
    void close();
}
