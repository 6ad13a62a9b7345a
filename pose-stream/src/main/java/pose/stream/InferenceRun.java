package pose.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import pose.schema.Timings;

/**
 * Has batches inferred and hands out their results. A batch on which the engine fails is tried again by halves, until
 * what fails is one frame. Whether that frame or the engine is to blame is found out by asking the engine for a picture
 * of its own: an engine that does not answer is dead, and no frame is blamed; one that does, and fails on the same frame
 * again, is broken by that frame.
 */
final class InferenceRun {

    private final StreamListener listener;
    private final LongSupplier nanoClock;
    private final Delivery delivery;
    private final AtomicLong batches = new AtomicLong();

    InferenceRun(StreamListener listener, LongSupplier nanoClock, Delivery delivery) {
        this.listener = listener;
        this.nanoClock = nanoClock;
        this.delivery = delivery;
    }

    /**
     * Infers a batch and closes it; afterwards each of its frames has its result.
     *
     * @throws EngineFailure where the engine is dead; frames without a result have failed with it
     */
    void run(OpenBatch open) {
        long closedAt = nanoClock.getAsLong();
        // What is tried again is looked at by the version that the batch began with: the batch after it may have
        // begun with another one already.
        try (PinnedInference inference = open.inference()) {
            try {
                infer(open.batch(), open.frames(), closedAt);
            } catch (Throwable e) {
                // Whatever an engine throws, also an Error of its natives.
                failed(inference, open.frames(), e);
            }
        }
    }

    private void failed(BatchInference inference, List<PendingFrame> frames, Throwable cause) {
        try {
            retry(inference, frames, cause);
        } catch (EngineFailure dead) {
            frames.forEach(frame -> frame.result().completeExceptionally(dead));
            throw dead;
        }
    }

    private void retry(BatchInference inference, List<PendingFrame> frames, Throwable cause) {
        listener.retried(frames.size(), cause);
        if (frames.size() == 1) {
            alone(inference, frames.get(0), cause);
            return;
        }
        int half = frames.size() / 2;
        again(inference, frames.subList(0, half));
        again(inference, frames.subList(half, frames.size()));
    }

    private void again(BatchInference inference, List<PendingFrame> frames) {
        try {
            attempt(inference, frames);
        } catch (Throwable e) {
            retry(inference, frames, e);
        }
    }

    private void alone(BatchInference inference, PendingFrame frame, Throwable cause) {
        probe(inference, cause);
        try {
            attempt(inference, List.of(frame));
        } catch (Throwable again) {
            probe(inference, again);
            Poison poison =
                    new Poison("the engine fails on this frame, alone and twice, and still answers others: " + again);
            frame.result().complete(TimedResult.without(poison));
        }
    }

    @SuppressWarnings("ReferenceEquality") // Only the very same is refused by addSuppressed.
    private static void probe(BatchInference inference, Throwable cause) {
        try {
            inference.probe();
        } catch (Throwable dead) {
            if (dead != cause) {
                // The JVM throws some of its own over and over, always the same one.
                dead.addSuppressed(cause);
            }
            throw new EngineFailure("the engine does not answer any more: " + dead, dead);
        }
    }

    private void attempt(BatchInference inference, List<PendingFrame> frames) {
        long now = nanoClock.getAsLong();
        infer(inference.prepare(frames.stream().map(PendingFrame::request).toList()), frames, now);
    }

    private void infer(FrameBatch prepared, List<PendingFrame> frames, long closedAt) {
        List<FrameResult> results;
        long began;
        try (FrameBatch batch = prepared) {
            batch.awaitPrepared();
            began = nanoClock.getAsLong();
            results = batch.infer();
        }
        long ended = nanoClock.getAsLong();
        long number = batches.incrementAndGet();
        if (results.size() != frames.size()) {
            throw new IllegalStateException(
                    "inference gave " + results.size() + " results for " + frames.size() + " frames");
        }
        long oldest = 0;
        int people = 0;
        List<TimedResult> timed = new ArrayList<>(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            PendingFrame frame = frames.get(i);
            long queued = closedAt - frame.queuedNanos();
            oldest = Math.max(oldest, queued);
            people += people(results.get(i));
            Timings timings = new Timings(
                    micros(queued),
                    micros(began - closedAt),
                    micros(ended - began),
                    micros(frame.queuedNanos() - frame.submittedNanos()));
            timed.add(new TimedResult(results.get(i), timings, new BatchPlace(number, frames.size(), i)));
        }
        delivery.deliver(frames, timed);
        listener.inferred(new BatchTimes(
                frames.size(),
                people,
                Duration.ofNanos(oldest),
                Duration.ofNanos(began - closedAt),
                Duration.ofNanos(ended - began)));
    }

    private static int people(FrameResult result) {
        if (result instanceof Inferred seen) {
            return seen.people().size();
        }
        return result instanceof Located located ? located.sightings().size() : 0;
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }
}
