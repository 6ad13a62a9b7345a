package pose.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames that wait for a batch, oldest first, and the rule by which a batch is due. Knows neither threads nor a
 * clock: whoever asks says what time it is.
 */
final class FrameQueue {

    /** The answer to {@link #nanosUntilDue} while nothing waits. */
    static final long NEVER = Long.MAX_VALUE;

    private final BatchPolicy policy;
    private final ArrayDeque<PendingFrame> waiting = new ArrayDeque<>();
    private long bytes;

    FrameQueue(BatchPolicy policy) {
        this.policy = policy;
    }

    /** Whether a frame may be added by someone who can do without; an empty queue takes a frame of any size. */
    boolean hasRoomFor(FrameRequest request) {
        return waiting.isEmpty() || bytes + request.bytes() <= policy.maxQueuedBytes();
    }

    void add(PendingFrame frame) {
        waiting.add(frame);
        bytes += frame.request().bytes();
    }

    /** How long until a batch is due: 0 or less when it is, {@link #NEVER} when nothing waits. */
    long nanosUntilDue(long nowNanos) {
        if (waiting.isEmpty()) {
            return NEVER;
        }
        if (waiting.size() >= policy.maxBatch()) {
            return 0;
        }
        // Nano clocks may wrap: differences are meaningful, the values are not.
        return policy.maxDelay().toNanos() - (nowNanos - waiting.getFirst().submittedNanos());
    }

    /** The oldest frames, at most a full batch of them; they wait no longer. */
    List<PendingFrame> take() {
        List<PendingFrame> batch = new ArrayList<>(Math.min(waiting.size(), policy.maxBatch()));
        while (batch.size() < policy.maxBatch() && !waiting.isEmpty()) {
            PendingFrame frame = waiting.removeFirst();
            bytes -= frame.request().bytes();
            batch.add(frame);
        }
        return batch;
    }

    /** Takes a frame out, where it still waits. */
    boolean remove(PendingFrame frame) {
        boolean waited = waiting.remove(frame);
        if (waited) {
            bytes -= frame.request().bytes();
        }
        return waited;
    }

    /** Takes everything out. */
    List<PendingFrame> drain() {
        List<PendingFrame> all = List.copyOf(waiting);
        waiting.clear();
        bytes = 0;
        return all;
    }

    int size() {
        return waiting.size();
    }

    long bytes() {
        return bytes;
    }
}
