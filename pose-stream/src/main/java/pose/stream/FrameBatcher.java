package pose.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills batches from all threads and has them inferred, one at a time on each device. What goes into which batch, and when
 * one is due, is {@link BatchAssembly}'s; this has the devices' threads.
 */
final class FrameBatcher implements FrameDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Neighbours neighbours;
    private final Gate gate;
    private final BatcherClock clock;
    private final InferenceRun run;
    private final BatchAssembly assembly;
    private final List<Thread> workers = new ArrayList<>();
    private @Nullable EngineFailure dead;
    private boolean closed;

    private FrameBatcher(
            BatchInference inference,
            BatchPolicy policy,
            Neighbours neighbours,
            StreamListener listener,
            BatcherClock clock) {
        this.neighbours = neighbours;
        this.gate = neighbours.gate();
        this.clock = clock;
        this.run = new InferenceRun(listener, clock.nanos(), neighbours.delivery());
        this.assembly = new BatchAssembly(inference, policy, neighbours.nobodyElseComes(), clock);
        for (int i = 1; i <= inference.devices(); i++) {
            Thread worker = new Thread(this::work, neighbours.name() + "-" + i);
            // An engine that hangs in native code must not keep the program from ending.
            worker.setDaemon(true);
            workers.add(worker);
        }
    }

    /**
     * Begins to work alone: its results are the frames' answers.
     *
     * @param feeders how many threads hand frames over and then {@link #await} them
     */
    static FrameBatcher start(
            BatchInference inference, BatchPolicy policy, int feeders, StreamListener listener, BatcherClock clock) {
        FrameBatcher batcher = of(inference, policy, Neighbours.none(new Feeders(feeders)), listener, clock);
        batcher.begin();
        return batcher;
    }

    /** One among others, which does nothing yet. */
    static FrameBatcher of(
            BatchInference inference,
            BatchPolicy policy,
            Neighbours neighbours,
            StreamListener listener,
            BatcherClock clock) {
        return new FrameBatcher(inference, policy, neighbours, listener, clock);
    }

    /** Begins to work. */
    void begin() {
        workers.forEach(Thread::start);
    }

    @Override
    public Optional<PendingFrame> offer(FrameRequest request) {
        return gate.locked(
                () -> closed || !assembly.hasRoomFor(request) ? Optional.empty() : Optional.of(submit(request)));
    }

    @Override
    public PendingFrame submit(FrameRequest request) {
        return gate.locked(() -> {
            PendingFrame frame = new PendingFrame(request, clock.nanos().getAsLong());
            add(frame);
            return frame;
        });
    }

    /** As {@link #submit}, one that there is already. */
    void add(PendingFrame frame) {
        gate.changed(() -> {
            if (closed) {
                frame.result().cancel(false);
            } else if (dead != null) {
                frame.result().completeExceptionally(dead);
            } else {
                assembly.add(frame);
            }
        });
    }

    @Override
    public TimedResult await(PendingFrame frame) {
        if (frame.result().isDone()) {
            return frame.await();
        }
        gate.changed(() -> neighbours.feeders().await(frame));
        try {
            return frame.await();
        } finally {
            gate.locked(() -> neighbours.feeders().awaitNoMore(frame));
        }
    }

    @Override
    public void cancel(PendingFrame frame) {
        remove(frame);
        frame.result().cancel(false);
    }

    /** Takes a frame out, where it still queues. */
    void remove(PendingFrame frame) {
        gate.locked(() -> assembly.remove(frame));
    }

    @Override
    public Optional<Duration> oldestWaiting() {
        return gate.locked(assembly::oldestWaiting);
    }

    @Override
    public int waiting() {
        return gate.locked(assembly::waiting);
    }

    /** How many frames wait that the batch which is being filled has no room for. */
    int queued() {
        return gate.locked(assembly::queued);
    }

    /** How many bytes of encoded pictures those are. */
    long queuedBytes() {
        return gate.locked(assembly::queuedBytes);
    }

    /** Whether it takes nothing in any more. */
    boolean closed() {
        return gate.locked(() -> closed);
    }

    @Override
    public void close() {
        close(PATIENCE);
    }

    @Override
    public boolean close(Duration timeout) {
        shut();
        return awaitEnd(timeout);
    }

    /** Cancels what waits, and takes nothing in any more. */
    void shut() {
        Optional<OpenBatch> abandoned = gate.locked(() -> {
            closed = true;
            gate.changed(() -> assembly.drain().forEach(frame -> frame.result().cancel(false)));
            return Optional.ofNullable(assembly.abandon());
        });
        abandoned.ifPresent(batch -> {
            batch.frames().forEach(frame -> frame.result().cancel(false));
            batch.abandon();
        });
    }

    /** Waits for the batches in hand, see {@link #close(Duration)}. */
    boolean awaitEnd(Duration timeout) {
        if (ended(timeout)) {
            return true;
        }
        EngineFailure late = new EngineFailure("inference did not end within " + timeout.toMillis() + " ms");
        gate.locked(assembly::inHand).forEach(frame -> frame.result().completeExceptionally(late));
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
        gate.lock();
        try {
            while (!closed) {
                long wait = neighbours.heldUp().getAsBoolean() ? BatchAssembly.NEVER : assembly.nanosUntilDue();
                if (wait <= 0) {
                    return take();
                }
                gate.await(wait);
            }
            return null;
        } finally {
            gate.unlock();
        }
    }

    private OpenBatch take() {
        OpenBatch taken = assembly.take();
        // Fewer wait: that may be what somebody before this one waits for.
        gate.changed(() -> {});
        return taken;
    }

    private void infer(OpenBatch batch) {
        try {
            run.run(batch);
        } catch (EngineFailure e) {
            gate.locked(() -> die(e));
        } finally {
            gate.changed(() -> assembly.done(batch));
        }
    }

    /** What waits would wait in vain. */
    private void die(EngineFailure failure) {
        dead = failure;
        assembly.drain().forEach(frame -> frame.result().completeExceptionally(failure));
    }
}
