package pose.app.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pose.stream.BatchTimes;
import pose.stream.StreamListener;

/** Writes down when a stream answered and how old each frame was then, and when each batch was inferred. */
final class AnswerLog implements StreamListener {

    private static final long UNKNOWN = -1;

    /** One batch and when it came back, on {@link System#nanoTime}'s clock. */
    record Batch(long nanos, BatchTimes times) {}

    private final long[] nanos;
    private final long[] ages;
    private final AtomicInteger next = new AtomicInteger();
    /** How many answers are written down in full. */
    private final AtomicInteger written = new AtomicInteger();

    private final AtomicInteger others = new AtomicInteger();
    private final ConcurrentLinkedQueue<Batch> batches = new ConcurrentLinkedQueue<>();

    /** @param capacity answers are counted beyond it, but no longer written down */
    AnswerLog(int capacity) {
        nanos = new long[capacity];
        ages = new long[capacity];
    }

    @Override
    public void answered(String camera, Answer answer, OptionalLong ageMicros) {
        int index = next.getAndIncrement();
        if (index < nanos.length) {
            nanos[index] = System.nanoTime();
            ages[index] = ageMicros.orElse(UNKNOWN);
        }
        if (answer != Answer.POSE) {
            others.incrementAndGet();
        }
        written.incrementAndGet();
    }

    @Override
    public void inferred(BatchTimes times) {
        batches.add(new Batch(System.nanoTime(), times));
    }

    /** Frames answered so far. */
    int answers() {
        return written.get();
    }

    /** Of those, the ones that were not answered by a pose. */
    int others() {
        return others.get();
    }

    /** When each frame was answered, in time's order; once the stream is closed. */
    long[] times() {
        long[] times = Arrays.copyOf(nanos, count());
        Arrays.sort(times);
        return times;
    }

    /**
     * How old, in microseconds, the frames were when they were answered that were captured within a time; once the stream is
     * closed.
     */
    LongStream ages(long fromNanos, long toNanos) {
        return IntStream.range(0, count())
                .filter(i -> ages[i] != UNKNOWN && Window.holdsCapture(nanos[i], ages[i], fromNanos, toNanos))
                .mapToLong(i -> ages[i]);
    }

    /** The batches that were inferred within a time. */
    List<BatchTimes> batches(long fromNanos, long toNanos) {
        return batches.stream()
                .filter(batch -> Window.holds(batch.nanos(), fromNanos, toNanos))
                .map(Batch::times)
                .toList();
    }

    /** The batches that were inferred with the frames from one place to another in the order of inference. */
    List<BatchTimes> batchesOfFrames(int from, int to) {
        List<BatchTimes> within = new ArrayList<>();
        int frames = 0;
        for (Batch batch : batches) {
            if (frames >= from && frames <= to) {
                within.add(batch.times());
            }
            frames += batch.times().frames();
        }
        return within;
    }

    private int count() {
        return Math.min(written.get(), nanos.length);
    }
}
