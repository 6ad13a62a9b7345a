package pose.stream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import pose.schema.Frame;

/** A frame that was handed over for inference. Compared by identity: the same frame may be handed over twice. */
final class PendingFrame {

    private final long submittedNanos;
    private final CompletableFuture<TimedResult> result = new CompletableFuture<>();
    private volatile FrameRequest request;
    private volatile long queuedNanos;

    PendingFrame(FrameRequest request, long submittedNanos) {
        this.request = request;
        this.submittedNanos = submittedNanos;
        this.queuedNanos = submittedNanos;
    }

    /** From now on it waits for those who look at the people in it. */
    void located(FrameRequest located, long nowNanos) {
        request = located;
        queuedNanos = nowNanos;
    }

    FrameRequest request() {
        return request;
    }

    Frame frame() {
        return request.frame();
    }

    /** When it was handed over. */
    long submittedNanos() {
        return submittedNanos;
    }

    /** When it began to wait for the batch that it is in, or will be: where people are located first, once they are. */
    long queuedNanos() {
        return queuedNanos;
    }

    CompletableFuture<TimedResult> result() {
        return result;
    }

    /**
     * Waits for the result.
     *
     * @throws EngineFailure where inference of the frame's batch failed, or the wait was interrupted
     * @throws java.util.concurrent.CancellationException where the batcher was closed first
     */
    TimedResult await() {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted while waiting for inference", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            // One of its own for each that waits: what is thrown carries the stack of who threw it.
            String message = cause instanceof EngineFailure known ? known.getMessage() : "inference failed: " + cause;
            throw new EngineFailure(String.valueOf(message), cause);
        }
    }
}
