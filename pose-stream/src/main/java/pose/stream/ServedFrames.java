package pose.stream;

import java.time.Duration;
import pose.schema.WeightsRef;

/** Hears of every frame that a model has looked at for real, on the inference thread: must be quick and must not throw. */
@FunctionalInterface
public interface ServedFrames {

    /** Hears nothing. */
    ServedFrames NONE = (request, seen, inferred) -> {};

    /**
     * A frame was looked at; its answer goes out next.
     *
     * @param request the frame, whose picture may be kept
     * @param seen what was seen in it, and which version saw it
     * @param inferred the engine's time for it: its version's part of the batch, divided by the frames in that
     */
    void served(FrameRequest request, Inferred seen, Duration inferred);

    /**
     * The candidate's engine failed. From here on the serving version looks at the candidate's frames too, beginning with
     * those on which it failed.
     */
    default void candidateFailed(WeightsRef candidate, Throwable cause) {}
}
