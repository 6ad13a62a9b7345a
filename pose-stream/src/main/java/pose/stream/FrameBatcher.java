package pose.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import pose.schema.Timings;

/**
 * Fills batches from all threads and has them inferred, one at a time, on a thread of its own. The rule by which a batch
 * is due is {@link FrameQueue}'s.
 *
 * <p>A batch whose inference fails fails its own frames and no others.
 */
final class FrameBatcher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BatchInference inference;
    private final LongSupplier nanoClock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final FrameQueue queue;
    private final LongAdder batches = new LongAdder();
    private final LongAdder batchedFrames = new LongAdder();
    private final Thread worker = new Thread(this::work, "pose-inference");
    private List<PendingFrame> running = List.of();
    private boolean closed;

    private FrameBatcher(BatchInference inference, BatchPolicy policy, LongSupplier nanoClock) {
        this.inference = inference;
        this.nanoClock = nanoClock;
        this.queue = new FrameQueue(policy);
        // An engine that hangs in native code must not keep the program from ending.
        worker.setDaemon(true);
    }

    /**
     * Begins to work.
     *
     * @param nanoClock as {@link System#nanoTime}
     */
    static FrameBatcher start(BatchInference inference, BatchPolicy policy, LongSupplier nanoClock) {
        FrameBatcher batcher = new FrameBatcher(inference, policy, nanoClock);
        batcher.worker.start();
        return batcher;
    }

    /** Hands a frame over where there is room for it; whoever looks ahead can ask again later. */
    Optional<PendingFrame> offer(FrameRequest request) {
        lock.lock();
        try {
            return closed || !queue.hasRoomFor(request) ? Optional.empty() : Optional.of(enqueue(request));
        } finally {
            lock.unlock();
        }
    }

    /** Hands a frame over that someone waits for: there is always room. After {@link #close} it comes back cancelled. */
    PendingFrame submit(FrameRequest request) {
        lock.lock();
        try {
            if (closed) {
                PendingFrame refused = new PendingFrame(request, nanoClock.getAsLong());
                refused.result().cancel(false);
                return refused;
            }
            return enqueue(request);
        } finally {
            lock.unlock();
        }
    }

    private PendingFrame enqueue(FrameRequest request) {
        PendingFrame frame = new PendingFrame(request, nanoClock.getAsLong());
        queue.add(frame);
        changed.signal();
        return frame;
    }

    /** Nobody waits for this frame any more. What is being inferred already runs on, its result unread. */
    void cancel(PendingFrame frame) {
        lock.lock();
        try {
            queue.remove(frame);
        } finally {
            lock.unlock();
        }
        frame.result().cancel(false);
    }

    /** How many batches were inferred. */
    long batches() {
        return batches.sum();
    }

    /** How many frames were in them. */
    long batchedFrames() {
        return batchedFrames.sum();
    }

    @Override
    public void close() {
        close(PATIENCE);
    }

    /**
     * Cancels what waits and ends the thread once the batch it has in hand is done.
     *
     * @return whether that was within the time; if not, that batch's frames have failed
     */
    boolean close(Duration timeout) {
        List<PendingFrame> cancelled;
        lock.lock();
        try {
            closed = true;
            cancelled = queue.drain();
            changed.signal();
        } finally {
            lock.unlock();
        }
        cancelled.forEach(f -> f.result().cancel(false));
        if (ended(timeout)) {
            return true;
        }
        fail(inHand(), new EngineFailure("inference did not end within " + timeout.toMillis() + " ms"));
        return false;
    }

    private boolean ended(Duration timeout) {
        try {
            // At least 1: a join of 0 is forever.
            worker.join(Math.max(1, timeout.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !worker.isAlive();
    }

    private List<PendingFrame> inHand() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            for (List<PendingFrame> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
                infer(batch);
            }
        } catch (InterruptedException e) {
            // Nobody but the JVM's end has a hold of this thread.
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a batch to be due; empty once closed. */
    private List<PendingFrame> nextBatch() throws InterruptedException {
        lock.lock();
        try {
            running = List.of();
            while (!closed) {
                long wait = queue.nanosUntilDue(nanoClock.getAsLong());
                if (wait <= 0) {
                    running = queue.take();
                    return running;
                }
                changed.awaitNanos(wait);
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private void infer(List<PendingFrame> batch) {
        long closedAt = nanoClock.getAsLong();
        try {
            List<FrameRequest> requests =
                    batch.stream().map(PendingFrame::request).toList();
            long began = nanoClock.getAsLong();
            List<FrameResult> results = inference.infer(requests);
            long ended = nanoClock.getAsLong();
            if (results.size() != batch.size()) {
                throw new IllegalStateException(
                        "inference gave " + results.size() + " results for " + batch.size() + " frames");
            }
            batches.increment();
            batchedFrames.add(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                PendingFrame frame = batch.get(i);
                Timings timings = new Timings(
                        micros(closedAt - frame.submittedNanos()), micros(began - closedAt), micros(ended - began));
                frame.result().complete(new TimedResult(results.get(i), timings));
            }
        } catch (Throwable e) {
            // Whatever an engine throws, also an Error of its natives, fails its batch; this thread goes on.
            fail(batch, e);
        }
    }

    private static void fail(List<PendingFrame> batch, Throwable cause) {
        batch.forEach(f -> f.result().completeExceptionally(cause));
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }
}
