package pose.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds people in frames, remembers its batches, and waits for leave before each where it is gated. */
final class FakeFinding implements PersonFinding {

    private final List<List<Long>> batches = Collections.synchronizedList(new ArrayList<>());
    private final Function<FrameRequest, FrameResult> eye;
    private final Semaphore leave = new Semaphore(0);
    private final Semaphore begun = new Semaphore(0);
    private final boolean gated;
    private volatile @Nullable RuntimeException dead;

    private FakeFinding(boolean gated, Function<FrameRequest, FrameResult> eye) {
        this.gated = gated;
        this.eye = eye;
    }

    /** As many people in each frame. */
    static FakeFinding of(int people) {
        return seeing(request -> Frames.people(people));
    }

    static FakeFinding gated(int people) {
        return new FakeFinding(true, request -> Frames.people(people));
    }

    static FakeFinding seeing(Function<FrameRequest, FrameResult> eye) {
        return new FakeFinding(false, eye);
    }

    @Override
    public FrameBatch open(int room) {
        return BatchInference.of(this::find).open(room);
    }

    private List<FrameResult> find(List<FrameRequest> batch) {
        batches.add(batch.stream().map(r -> r.frame().getSequence()).toList());
        begun.release();
        if (gated) {
            leave.acquireUninterruptibly();
        }
        if (dead != null) {
            throw dead;
        }
        return batch.stream().map(eye).toList();
    }

    void die(RuntimeException cause) {
        dead = cause;
    }

    @Override
    public void probe() {
        if (dead != null) {
            throw dead;
        }
    }

    void letOneThrough() {
        leave.release();
    }

    void awaitBatch() throws InterruptedException {
        begun.acquire();
    }

    List<List<Long>> batches() {
        return List.copyOf(batches);
    }
}
