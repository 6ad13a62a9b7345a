package pose.app.replay;

import java.util.ArrayList;
import java.util.List;
import pose.schema.PoseFrame;
import pose.schema.Timings;
import pose.stream.BatchInference;
import pose.stream.FrameBatch;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Inferred;
import pose.stream.Poison;
import pose.stream.PoseFrames;

/**
 * Frames through a weights version in this process. Batches are counted off in the order of the frames, never filled by the
 * clock, and the engine takes one at a time: the same frames give the same poses bit for bit, whatever the speed.
 */
public final class Reinference implements Look {

    private final BatchInference model;
    private final int together;

    /** @param together frames a batch, 1 to 1024 */
    public Reinference(BatchInference model, int together) {
        if (together < 1 || together > 1024) {
            throw new IllegalArgumentException("batch is " + together + "; allowed: 1 to 1024");
        }
        this.model = model;
        this.together = together;
    }

    @Override
    public int together() {
        return together;
    }

    @Override
    public List<Content> at(List<RecordedFrame> frames) {
        List<FrameRequest> requests =
                frames.stream().map(frame -> new FrameRequest(frame.frame())).toList();
        long begun = System.nanoTime();
        try (FrameBatch batch = model.prepare(requests)) {
            batch.awaitPrepared();
            long prepared = System.nanoTime();
            List<FrameResult> results = batch.infer();
            // Nobody queues here: a frame waits for others of the footage, not for the engine.
            Timings timings = new Timings(0L, (prepared - begun) / 1000, (System.nanoTime() - prepared) / 1000);
            List<Content> contents = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                contents.add(content(frames.get(i), results.get(i), timings));
            }
            return contents;
        }
    }

    private static Content content(RecordedFrame frame, FrameResult result, Timings timings) {
        if (result instanceof Inferred seen) {
            PoseFrame event = PoseFrames.of(frame.frame(), seen, timings);
            return new Content.Poses(event);
        }
        return new Content.Unseen(result instanceof Poison poison ? poison.reason() : "it was too old");
    }
}
