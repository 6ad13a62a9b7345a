package pose.e2e;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import pose.schema.WeightsRef;
import pose.stream.BatchInference;
import pose.stream.FrameBatch;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Inferred;

/** An engine that sees nobody in any picture, and fails on batches of a certain kind. */
final class FailingEngine implements BatchInference {

    private final Consumer<List<FrameRequest>> fault;
    private final AtomicInteger failures = new AtomicInteger();

    private FailingEngine(Consumer<List<FrameRequest>> fault) {
        this.fault = fault;
    }

    /**
     * One with a fault.
     *
     * @param fault throws where the engine fails on a batch; a probe comes to it as a batch of none
     */
    static FailingEngine on(Consumer<List<FrameRequest>> fault) {
        return new FailingEngine(fault);
    }

    static FailingEngine never() {
        return new FailingEngine(batch -> {});
    }

    /** How often it failed. */
    int failures() {
        return failures.get();
    }

    @Override
    public FrameBatch open(int room) {
        return BatchInference.of(this::look).open(room);
    }

    @Override
    public void probe() {
        look(List.of());
    }

    private List<FrameResult> look(List<FrameRequest> batch) {
        try {
            fault.accept(batch);
        } catch (RuntimeException | Error e) {
            failures.incrementAndGet();
            throw e;
        }
        return batch.stream()
                .<FrameResult>map(frame -> new Inferred(List.of(), "lsp14", new WeightsRef("none", "1", "00")))
                .toList();
    }
}
