package pose.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;
import pose.schema.Timings;

/**
 * Fills batches from all threads and has them inferred, one at a time on each device. While a device is at one batch, the
 * next one is filled and its pictures are prepared; what waits beyond that waits in the {@link FrameQueue}.
 */
final class FrameBatcher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BatchInference inference;
    private final BatchPolicy policy;
    private final BatcherClock clock;
    private final InferenceRun run;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final FrameQueue queue;
    private final List<Thread> workers = new ArrayList<>();
    private final List<OpenBatch> running = new ArrayList<>();
    /** What stream threads wait for, each one frame; they hand nothing over meanwhile. */
    private final List<PendingFrame> awaited = new ArrayList<>();

    private final int feeders;
    private @Nullable OpenBatch filling;
    private @Nullable EngineFailure dead;
    private boolean closed;

    private FrameBatcher(
            BatchInference inference, BatchPolicy policy, int feeders, StreamListener listener, BatcherClock clock) {
        this.feeders = feeders;
        this.inference = inference;
        this.policy = policy;
        this.clock = clock;
        this.run = new InferenceRun(inference, listener, clock.nanos());
        this.queue = new FrameQueue(policy.maxQueuedBytes());
        for (int i = 1; i <= inference.devices(); i++) {
            Thread worker = new Thread(this::work, "pose-inference-" + i);
            // An engine that hangs in native code must not keep the program from ending.
            worker.setDaemon(true);
            workers.add(worker);
        }
    }

    /**
     * What time it is.
     *
     * @param nanos as {@link System#nanoTime}
     * @param micros the wall clock's, since 1970 UTC, to tell a frame's age by
     */
    record BatcherClock(LongSupplier nanos, LongSupplier micros) {}

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
                PendingFrame refused = new PendingFrame(request, now());
                refused.result().cancel(false);
                return refused;
            }
            return enqueue(request);
        } finally {
            lock.unlock();
        }
    }

    private PendingFrame enqueue(FrameRequest request) {
        PendingFrame frame = new PendingFrame(request, now());
        if (dead != null) {
            frame.result().completeExceptionally(dead);
            return frame;
        }
        queue.add(frame);
        fill();
        return frame;
    }

    /**
     * Waits for a frame's result, see {@link PendingFrame#await}. Once every feeder waits, nobody is left to fill the batch
     * that is open, and it is due without a delay.
     */
    TimedResult await(PendingFrame frame) {
        if (frame.result().isDone()) {
            return frame.await();
        }
        lock.lock();
        try {
            awaited.add(frame);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            return frame.await();
        } finally {
            lock.lock();
            try {
                awaited.remove(frame);
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean everyFeederWaits() {
        return awaited.size() >= feeders
                && awaited.stream().filter(frame -> !frame.result().isDone()).count() >= feeders;
    }

    /** Moves frames from the queue into the batch that is open, which begins to prepare them. */
    private void fill() {
        while (queue.size() > 0 && (filling == null || !filling.full())) {
            PendingFrame frame = queue.next();
            if (frame == null) {
                return;
            }
            if (tooOld(frame)) {
                continue;
            }
            try {
                if (filling == null) {
                    filling = new OpenBatch(policy, inference.open(policy.maxBatch()));
                }
                filling.add(frame);
            } catch (RuntimeException | Error e) {
                // No memory for a batch's buffer, say; a frame that nobody will infer must not wait for ever.
                frame.result().completeExceptionally(new EngineFailure("a batch cannot be begun: " + e, e));
            }
        }
        changed.signalAll();
    }

    private boolean tooOld(PendingFrame pending) {
        Frame frame = pending.frame();
        if (policy.maxAge().isEmpty() || !frame.getLive()) {
            return false;
        }
        Duration age = Duration.ofNanos(1000 * (clock.micros().getAsLong() - frame.getCaptureTimeUs()));
        if (age.compareTo(policy.maxAge().get()) <= 0) {
            return false;
        }
        pending.result().complete(new TimedResult(new TooOld(age), new Timings(0L, 0L, 0L)));
        return true;
    }

    /**
     * Nobody waits for this frame any more. What is in a batch already is inferred with it, its result unread.
     */
    void cancel(PendingFrame frame) {
        lock.lock();
        try {
            queue.remove(frame);
        } finally {
            lock.unlock();
        }
        frame.result().cancel(false);
    }

    /** How long the frame has waited that was handed over first and has no result yet. */
    Optional<Duration> oldestWaiting() {
        lock.lock();
        try {
            long now = now();
            LongStream waiting = LongStream.concat(
                    running.stream().mapToLong(batch -> batch.waited(now)),
                    filling == null ? LongStream.empty() : LongStream.of(filling.waited(now)));
            OptionalLong queued = queue.oldest(now).stream()
                    .mapToLong(frame -> now - frame.submittedNanos())
                    .findAny();
            OptionalLong longest = LongStream.concat(waiting, queued.stream()).max();
            return longest.isPresent() ? Optional.of(Duration.ofNanos(longest.getAsLong())) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** How many frames have been handed over and have no result yet. */
    int waiting() {
        lock.lock();
        try {
            int batched =
                    running.stream().mapToInt(batch -> batch.frames().size()).sum();
            return queue.size()
                    + batched
                    + (filling == null ? 0 : filling.frames().size());
        } finally {
            lock.unlock();
        }
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
        List<PendingFrame> cancelled;
        OpenBatch abandoned;
        lock.lock();
        try {
            closed = true;
            cancelled = queue.drain();
            abandoned = filling;
            filling = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        cancelled.forEach(frame -> frame.result().cancel(false));
        if (abandoned != null) {
            abandoned.frames().forEach(frame -> frame.result().cancel(false));
            abandoned.batch().close();
        }
        if (ended(timeout)) {
            return true;
        }
        EngineFailure late = new EngineFailure("inference did not end within " + timeout.toMillis() + " ms");
        inHand().forEach(frame -> frame.result().completeExceptionally(late));
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

    private List<PendingFrame> inHand() {
        lock.lock();
        try {
            return running.stream().flatMap(batch -> batch.frames().stream()).toList();
        } finally {
            lock.unlock();
        }
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
                long wait = filling == null ? Long.MAX_VALUE : filling.nanosUntilDue(now());
                if (filling != null && (wait <= 0 || everyFeederWaits())) {
                    OpenBatch due = filling;
                    filling = null;
                    running.add(due);
                    fill();
                    return due;
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
            die(e);
        } finally {
            lock.lock();
            try {
                running.remove(batch);
            } finally {
                lock.unlock();
            }
        }
    }

    /** What waits would wait in vain. */
    private void die(EngineFailure failure) {
        List<PendingFrame> waiting;
        lock.lock();
        try {
            dead = failure;
            waiting = queue.drain();
        } finally {
            lock.unlock();
        }
        waiting.forEach(frame -> frame.result().completeExceptionally(failure));
    }

    private long now() {
        return clock.nanos().getAsLong();
    }
}
