package pose.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fills batches from all threads and has them inferred, one at a time on each device. What goes into which batch, and when
 * one is due, is {@link BatchAssembly}'s; this is its lock and the devices' threads.
 */
final class FrameBatcher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BatcherClock clock;
    private final InferenceRun run;
    private final BatchAssembly assembly;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Thread> workers = new ArrayList<>();
    private @Nullable EngineFailure dead;
    private boolean closed;

    private FrameBatcher(
            BatchInference inference, BatchPolicy policy, int feeders, StreamListener listener, BatcherClock clock) {
        this.clock = clock;
        this.run = new InferenceRun(listener, clock.nanos());
        this.assembly = new BatchAssembly(inference, policy, feeders, clock);
        for (int i = 1; i <= inference.devices(); i++) {
            Thread worker = new Thread(this::work, "pose-inference-" + i);
            // An engine that hangs in native code must not keep the program from ending.
            worker.setDaemon(true);
            workers.add(worker);
        }
    }

    /**
     * Begins to work.
     *
     * @param feeders how many threads hand frames over and then {@link #await} them
     */
    static FrameBatcher start(
            BatchInference inference, BatchPolicy policy, int feeders, StreamListener listener, BatcherClock clock) {
        FrameBatcher batcher = new FrameBatcher(inference, policy, feeders, listener, clock);
        batcher.workers.forEach(Thread::start);
        return batcher;
    }

    /** Hands a frame over where there is room for it; whoever looks ahead can ask again later. */
    Optional<PendingFrame> offer(FrameRequest request) {
        return locked(() -> closed || !assembly.hasRoomFor(request) ? Optional.empty() : Optional.of(enqueue(request)));
    }

    /** Hands a frame over that someone waits for: there is always room. After {@link #close} it comes back cancelled. */
    PendingFrame submit(FrameRequest request) {
        return locked(() -> enqueue(request));
    }

    private PendingFrame enqueue(FrameRequest request) {
        PendingFrame frame = new PendingFrame(request, clock.nanos().getAsLong());
        if (closed) {
            frame.result().cancel(false);
        } else if (dead != null) {
            frame.result().completeExceptionally(dead);
        } else {
            assembly.add(frame);
            changed.signalAll();
        }
        return frame;
    }

    /**
     * Waits for a frame's result, see {@link PendingFrame#await}. Once every feeder waits, the open batch is due without a
     * delay.
     */
    TimedResult await(PendingFrame frame) {
        if (frame.result().isDone()) {
            return frame.await();
        }
        locked(() -> {
            assembly.await(frame);
            changed.signalAll();
        });
        try {
            return frame.await();
        } finally {
            locked(() -> assembly.awaitNoMore(frame));
        }
    }

    /** Nobody waits for this frame any more. What is in a batch already is inferred with it, its result unread. */
    void cancel(PendingFrame frame) {
        locked(() -> assembly.remove(frame));
        frame.result().cancel(false);
    }

    /** How long the frame has waited that was handed over first and has no result yet. */
    Optional<Duration> oldestWaiting() {
        return locked(assembly::oldestWaiting);
    }

    /** How many frames have been handed over and have no result yet. */
    int waiting() {
        return locked(assembly::waiting);
    }

    @Override
    public void close() {
        close(PATIENCE);
    }

    /**
     * Cancels what waits and ends the threads once the batches they have in hand are done.
     *
     * @return whether that was within the time; if not, those batches' frames have failed
     */
    boolean close(Duration timeout) {
        Optional<OpenBatch> abandoned = locked(() -> {
            closed = true;
            changed.signalAll();
            assembly.drain().forEach(frame -> frame.result().cancel(false));
            return Optional.ofNullable(assembly.abandon());
        });
        abandoned.ifPresent(batch -> {
            batch.frames().forEach(frame -> frame.result().cancel(false));
            batch.abandon();
        });
        if (ended(timeout)) {
            return true;
        }
        EngineFailure late = new EngineFailure("inference did not end within " + timeout.toMillis() + " ms");
        locked(assembly::inHand).forEach(frame -> frame.result().completeExceptionally(late));
        return false;
    }

    private boolean ended(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            for (Thread worker : workers) {
                // At least 1: a join of 0 is forever.
                worker.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return workers.stream().noneMatch(Thread::isAlive);
    }

    private void work() {
        try {
            for (OpenBatch batch = nextBatch(); batch != null; batch = nextBatch()) {
                infer(batch);
            }
        } catch (InterruptedException e) {
            // Nobody but the JVM's end has a hold of this thread.
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a batch to be due; null once closed. */
    private @Nullable OpenBatch nextBatch() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                long wait = assembly.nanosUntilDue();
                if (wait <= 0) {
                    return assembly.take();
                }
                changed.awaitNanos(wait);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void infer(OpenBatch batch) {
        try {
            run.run(batch);
        } catch (EngineFailure e) {
            locked(() -> die(e));
        } finally {
            locked(() -> assembly.done(batch));
        }
    }

    /** What waits would wait in vain. */
    private void die(EngineFailure failure) {
        dead = failure;
        assembly.drain().forEach(frame -> frame.result().completeExceptionally(failure));
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
