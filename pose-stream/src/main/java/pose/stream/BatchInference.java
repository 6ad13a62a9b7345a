package pose.stream;

import java.util.List;

/**
 * What looks at a batch of frames. Called by one thread at a time.
 *
 * <p>A frame that cannot be looked at is a {@link Poison} in the answer. Whatever is thrown means the engine failed: no
 * frame is to blame, and no frame of the batch counts as processed.
 */
@FunctionalInterface
public interface BatchInference {

    /**
     * Infers one batch.
     *
     * @param batch at least one frame
     * @return one result a frame, in the batch's order
     */
    List<FrameResult> infer(List<FrameRequest> batch);
}
