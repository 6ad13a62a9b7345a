package pose.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import pose.cpm.PersonLocator;

/**
 * A batch in front of one lineup, whose serving model has a part in it from the start. Each frame goes to the model whose camera it is from; they look one after the other, and
 * the results are in the order in which the frames were added.
 */
final class ModelBatch implements FrameBatch {

    private final Lineup lineup;
    private final PersonLocator locator;
    private final Executor preparers;
    private final ServedFrames tap;
    private final int room;
    /** A part for each model that was given a frame. */
    private final Map<ModelLease<PoseModel>, BatchPart> parts = new LinkedHashMap<>();
    /** Which part each frame went to, in the order of adding. */
    private final List<BatchPart> order = new ArrayList<>();

    private final List<FrameRequest> frames = new ArrayList<>();

    /** @param lineup in use already, see {@link Lineup#use}; given back when this is closed */
    ModelBatch(Lineup lineup, PersonLocator locator, Executor preparers, ServedFrames tap, int room) {
        this.lineup = lineup;
        this.locator = locator;
        this.preparers = preparers;
        this.tap = tap;
        this.room = room;
        try {
            BatchPart unused = part(lineup.serving());
        } catch (RuntimeException | Error e) {
            lineup.release();
            throw e;
        }
    }

    private BatchPart part(ModelLease<PoseModel> lease) {
        return parts.computeIfAbsent(lease, l -> new BatchPart(l.model(), locator, preparers, room));
    }

    @Override
    public void add(FrameRequest request) {
        BatchPart part = part(lineup.of(request.frame().getCamera()));
        part.add(request);
        order.add(part);
        frames.add(request);
    }

    @Override
    public void awaitPrepared() {
        parts.values().forEach(BatchPart::awaitPrepared);
    }

    @Override
    public List<FrameResult> infer() {
        awaitPrepared();
        for (Map.Entry<ModelLease<PoseModel>, BatchPart> part : parts.entrySet()) {
            infer(part.getKey(), part.getValue());
        }
        List<FrameResult> results = new ArrayList<>(order.size());
        for (int i = 0; i < order.size(); i++) {
            BatchPart part = order.get(i);
            FrameResult result = part.next();
            results.add(result);
            tell(frames.get(i), result, part.perFrame());
        }
        return results;
    }

    private void infer(ModelLease<PoseModel> lease, BatchPart part) {
        Optional<Lineup.Candidate> candidate = lineup.candidate().filter(c -> c.lease() == lease);
        try {
            part.infer();
        } catch (RuntimeException | Error e) {
            candidate.ifPresent(c -> {
                if (c.health().fail(e)) {
                    tap.candidateFailed(part.weights(), e);
                }
            });
            throw e;
        }
    }

    private void tell(FrameRequest request, FrameResult result, Duration inferred) {
        if (result instanceof Inferred seen) {
            tap.served(request, seen, inferred);
        }
    }

    @Override
    public void close() {
        parts.values().forEach(BatchPart::close);
        lineup.release();
    }
}
