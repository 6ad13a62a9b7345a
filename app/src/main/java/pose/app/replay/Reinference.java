package pose.app.replay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.app.slice.SliceBound.Place;
import pose.schema.Provenance;
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
 * clock, and the engine takes one at a time: the same frames give the same poses bit for bit, whatever the speed. While it is at
 * one, the pictures of the next are decoded. One thread.
 */
public final class Reinference implements Look {

    private final BatchInference model;
    private final int together;
    private final String run;
    private long batches;

    /**
     * @param together frames a batch, 1 to 1024
     * @param run what events name as the run that looked
     */
    public Reinference(BatchInference model, int together, String run) {
        if (together < 1 || together > 1024) {
            throw new IllegalArgumentException("batch is " + together + "; allowed: 1 to 1024");
        }
        this.model = model;
        this.together = together;
        this.run = run;
    }

    @Override
    public int together() {
        return together;
    }

    @Override
    public Looking begin(List<RecordedFrame> frames) {
        List<FrameRequest> requests =
                frames.stream().map(frame -> new FrameRequest(frame.frame())).toList();
        return new Batch(frames, model.prepare(requests), ++batches);
    }

    /** One batch on its way. */
    private final class Batch implements Looking {

        private final List<RecordedFrame> frames;
        private final FrameBatch batch;
        private final long number;
        private final long begun = System.nanoTime();

        private Batch(List<RecordedFrame> frames, FrameBatch batch, long number) {
            this.frames = List.copyOf(frames);
            this.batch = batch;
            this.number = number;
        }

        @Override
        public List<Content> contents() {
            batch.awaitPrepared();
            long prepared = System.nanoTime();
            List<FrameResult> results = batch.infer();
            // Nobody queues here: a frame waits for others of the footage, not for the engine.
            Timings timings = new Timings(0L, (prepared - begun) / 1000, (System.nanoTime() - prepared) / 1000, 0L);
            List<Content> contents = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                contents.add(content(i, results.get(i), timings));
            }
            return contents;
        }

        private Content content(int place, FrameResult result, Timings timings) {
            RecordedFrame frame = frames.get(place);
            return result instanceof Inferred seen
                    ? new Content.Poses(PoseFrames.of(frame.frame(), seen, timings, provenance(frame.place(), place)))
                    : new Content.Unseen(result instanceof Poison poison ? poison.reason() : "it was too old");
        }

        private @Nullable Provenance provenance(@Nullable Place of, int place) {
            return of == null
                    ? null
                    : new Provenance(of.partition(), of.offset(), run, number, frames.size(), place, model.engine());
        }

        @Override
        public void close() {
            batch.close();
        }
    }
}
