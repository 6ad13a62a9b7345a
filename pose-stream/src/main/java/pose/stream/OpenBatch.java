package pose.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * A batch that still takes frames in, and the rule by which it is due: full, or long enough after its oldest frame. What it
 * has room for is people; a frame is never split, so that one with more people than there is room for is a batch of its own.
 */
final class OpenBatch {

    private final BatchPolicy policy;
    private final PinnedInference inference;
    private final FrameBatch batch;
    private final List<PendingFrame> frames = new ArrayList<>();
    private int people;
    private boolean closed;

    /** @param inference what looks at its frames; closed with it */
    OpenBatch(BatchPolicy policy, PinnedInference inference) {
        this.policy = policy;
        this.inference = inference;
        try {
            this.batch = inference.open(policy.maxBatch());
        } catch (RuntimeException | Error e) {
            inference.close();
            throw e;
        }
    }

    void add(PendingFrame frame) {
        batch.add(frame.request());
        frames.add(frame);
        people += frame.request().people();
    }

    boolean full() {
        return closed || people >= policy.maxBatch() || frames.size() >= policy.maxBatch();
    }

    /** Whether a frame's people still fit in. */
    boolean hasRoomFor(FrameRequest request) {
        return !full() && (frames.isEmpty() || people + request.people() <= policy.maxBatch());
    }

    /** It is full as it is: the frame whose turn is next does not fit in. */
    void closeFor() {
        closed = true;
    }

    /** How long until it is due: 0 or less when it is. */
    long nanosUntilDue(long nowNanos) {
        return full() ? 0 : policy.maxDelay().toNanos() - waited(nowNanos);
    }

    /** How long its oldest frame has waited; taking turns, cameras do not come in the order of time. */
    long waited(long nowNanos) {
        // Nano clocks may wrap: differences are meaningful, the values are not.
        return frames.stream()
                .mapToLong(frame -> nowNanos - frame.submittedNanos())
                .max()
                .orElse(0);
    }

    List<PendingFrame> frames() {
        return frames;
    }

    FrameBatch batch() {
        return batch;
    }

    /** What looks at its frames, also where they are tried again. */
    PinnedInference inference() {
        return inference;
    }

    /** Gives back what it held, where nobody has it inferred. */
    void abandon() {
        batch.close();
        inference.close();
    }
}
