package pose.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    private final BooleanSupplier nobodyElseComes;
    private final BatcherClock clock;
    private final FrameQueue queue;
    private final List<OpenBatch> inHand = new ArrayList<>();

    private @Nullable OpenBatch open;

    /** @param nobodyElseComes whether nobody is left to hand a frame over before one of those here has its result */
    BatchAssembly(BatchInference inference, BatchPolicy policy, BooleanSupplier nobodyElseComes, BatcherClock clock) {
        this.inference = inference;
        this.policy = policy;
        this.nobodyElseComes = nobodyElseComes;
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
        for (PendingFrame frame = queue.peek(); frame != null && takes(frame); frame = queue.peek()) {
            queue.next();
            if (!tooOld(frame)) {
                putIntoOpenBatch(frame);
            }
        }
    }

    private boolean takes(PendingFrame frame) {
        if (open == null || open.hasRoomFor(frame.request())) {
            return true;
        }
        open.closeFor();
        return false;
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

    /** How long until the open batch is due: 0 or less when it is, {@link #NEVER} where none is open. */
    long nanosUntilDue() {
        if (open == null) {
            return NEVER;
        }
        // Once nobody is left to fill it, a delay gains nothing.
        return nobodyElseComes.getAsBoolean() ? 0 : open.nanosUntilDue(now());
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

    /** How many frames wait that the open batch has no room for. */
    int queued() {
        return queue.size();
    }

    /** How many bytes of encoded pictures those are. */
    long queuedBytes() {
        return queue.bytes();
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
