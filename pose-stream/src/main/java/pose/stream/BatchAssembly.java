package pose.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;

/**
 * The frames that have no result yet: those that queue, the batch that is open, the batches in hand. One batch is open at a
 * time; frames move from the queue into it as long as it takes them. Knows no threads: its owner lets in one at a time.
 */
final class BatchAssembly {

    /** The answer to {@link #nanosUntilDue} while no batch is open. */
    static final long NEVER = Long.MAX_VALUE;

    private final BatchInference inference;
    private final BatchPolicy policy;
    private final int feeders;
    private final BatcherClock clock;
    private final FrameQueue queue;
    private final List<OpenBatch> inHand = new ArrayList<>();
    /** What feeders wait for, each one frame; they hand nothing over meanwhile. */
    private final List<PendingFrame> awaited = new ArrayList<>();

    private @Nullable OpenBatch open;

    /** @param feeders how many threads hand frames over and then {@link #await} them */
    BatchAssembly(BatchInference inference, BatchPolicy policy, int feeders, BatcherClock clock) {
        this.inference = inference;
        this.policy = policy;
        this.feeders = feeders;
        this.clock = clock;
        this.queue = new FrameQueue(policy.maxQueuedBytes());
    }

    /** Whether a frame may be added by someone who can do without. */
    boolean hasRoomFor(FrameRequest request) {
        return queue.hasRoomFor(request);
    }

    void add(PendingFrame frame) {
        queue.add(frame);
        fill();
    }

    private void fill() {
        while (open == null || !open.full()) {
            PendingFrame frame = queue.next();
            if (frame == null) {
                return;
            }
            if (!tooOld(frame)) {
                putIntoOpenBatch(frame);
            }
        }
    }

    private void putIntoOpenBatch(PendingFrame frame) {
        try {
            if (open == null) {
                open = new OpenBatch(policy, inference.pin());
            }
            open.add(frame);
        } catch (RuntimeException | Error e) {
            // No memory for a batch's buffer, say; a frame that nobody will infer must not wait for ever.
            frame.result().completeExceptionally(new EngineFailure("a batch cannot be begun: " + e, e));
        }
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
        pending.result().complete(TimedResult.without(new TooOld(age)));
        return true;
    }

    /** Takes a frame out, where it still queues. */
    void remove(PendingFrame frame) {
        queue.remove(frame);
    }

    /** A feeder begins to wait for this frame. */
    void await(PendingFrame frame) {
        awaited.add(frame);
    }

    void awaitNoMore(PendingFrame frame) {
        awaited.remove(frame);
    }

    /** How long until the open batch is due: 0 or less when it is, {@link #NEVER} where none is open. */
    long nanosUntilDue() {
        if (open == null) {
            return NEVER;
        }
        // Once every feeder waits, nobody is left to fill it, and a delay gains nothing.
        return everyFeederWaits() ? 0 : open.nanosUntilDue(now());
    }

    private boolean everyFeederWaits() {
        return awaited.size() >= feeders
                && awaited.stream().filter(frame -> !frame.result().isDone()).count() >= feeders;
    }

    /** The open batch, which is in hand from now on; what queues goes into the next one. */
    OpenBatch take() {
        OpenBatch taken = open;
        if (taken == null) {
            throw new IllegalStateException("no batch is open");
        }
        open = null;
        inHand.add(taken);
        fill();
        return taken;
    }

    /** A batch that was taken has been inferred, or has failed. */
    void done(OpenBatch batch) {
        inHand.remove(batch);
    }

    /** The frames of the batches in hand. */
    List<PendingFrame> inHand() {
        return inHand.stream().flatMap(batch -> batch.frames().stream()).toList();
    }

    /** Takes out what queues. */
    List<PendingFrame> drain() {
        return queue.drain();
    }

    /** Takes out the open batch, for whoever will not have it inferred; null where none is open. */
    @Nullable
    OpenBatch abandon() {
        OpenBatch abandoned = open;
        open = null;
        return abandoned;
    }

    /** How long the frame has waited that was added first. */
    Optional<Duration> oldestWaiting() {
        long now = now();
        Stream<Long> batched = batches().map(batch -> batch.waited(now));
        Stream<Long> queued = queue.oldest(now).stream().map(frame -> now - frame.submittedNanos());
        return Stream.concat(batched, queued).max(Long::compare).map(Duration::ofNanos);
    }

    /** How many frames were added and have no result yet. */
    int waiting() {
        return queue.size() + batches().mapToInt(batch -> batch.frames().size()).sum();
    }

    private Stream<OpenBatch> batches() {
        return Stream.concat(inHand.stream(), Optional.ofNullable(open).stream());
    }

    private long now() {
        return clock.nanos().getAsLong();
    }
}
