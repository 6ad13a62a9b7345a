package pose.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sees somebody in every frame, or says where people are, or whatever it is told to; remembers its batches, and waits for leave
 * before each where it is gated.
 */
final class FakeInference implements PersonFinding {

    private final List<List<Long>> batches = Collections.synchronizedList(new ArrayList<>());
    private final Function<FrameRequest, FrameResult> eye;
    private final Semaphore leave = new Semaphore(0);
    private final Semaphore begun = new Semaphore(0);
    private final boolean gated;
    private int devices = 1;
    private volatile @Nullable RuntimeException dead;

    private FakeInference(boolean gated, Function<FrameRequest, FrameResult> eye) {
        this.gated = gated;
        this.eye = eye;
    }

    static FakeInference free() {
        return seeing(request -> Frames.somebodyIn(request.frame()));
    }

    static FakeInference gated() {
        return new FakeInference(true, request -> Frames.somebodyIn(request.frame()));
    }

    /** One that says where people are: as many in each frame. */
    static FakeInference locating(int people) {
        return seeing(request -> Frames.people(people));
    }

    static FakeInference gatedLocating(int people) {
        return new FakeInference(true, request -> Frames.people(people));
    }

    static FakeInference seeing(Function<FrameRequest, FrameResult> eye) {
        return new FakeInference(false, eye);
    }

    @Override
    public FrameBatch open(int room) {
        return BatchInference.of(this::infer).open(room);
    }

    private List<FrameResult> infer(List<FrameRequest> batch) {
        batches.add(batch.stream().map(r -> r.frame().getSequence()).toList());
        begun.release();
        if (gated) {
            leave.acquireUninterruptibly();
        }
        return batch.stream().map(eye).toList();
    }

    /** Runs so many batches at the same time. */
    FakeInference on(int count) {
        devices = count;
        return this;
    }

    @Override
    public int devices() {
        return devices;
    }

    /** From now on it answers no probe. */
    void die(RuntimeException cause) {
        dead = cause;
    }

    @Override
    public void probe() {
        if (dead != null) {
            throw dead;
        }
    }

    /** Lets one more batch through. */
    void letOneThrough() {
        leave.release();
    }

    /** Waits until one more batch is in hand. */
    void awaitBatch() throws InterruptedException {
        begun.acquire();
    }

    /** The sequences of each batch so far. */
    List<List<Long>> batches() {
        return List.copyOf(batches);
    }
}
