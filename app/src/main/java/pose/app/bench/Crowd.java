package pose.app.bench;

import java.util.ArrayList;
import java.util.List;
import pose.cpm.Sighting;
import pose.schema.Frame;
import pose.schema.WeightsRef;
import pose.skeleton.Point;
import pose.stream.BatchInference;
import pose.stream.FrameBatch;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Located;
import pose.stream.PersonFinding;

/** So many people in every frame, whoever is in it: what is measured is what they cost, not whether they are there. */
record Crowd(int people) {

    /** Each is as tall as a third of the picture: a third of it apart, nobody is taken for somebody else. */
    private static final double EXTENT = 1.0 / 3;

    private static final int A_ROW = 6;

    /** The locator's own work, and then these people. */
    PersonFinding found(BatchInference locator) {
        return room -> {
            FrameBatch batch = locator.open(room);
            List<Frame> frames = new ArrayList<>();
            return new Delegating(batch) {
                @Override
                public void add(FrameRequest request) {
                    frames.add(request.frame());
                    batch.add(request);
                }

                @Override
                public List<FrameResult> infer() {
                    List<FrameResult> results = new ArrayList<>(batch.infer());
                    for (int i = 0; i < results.size(); i++) {
                        if (results.get(i) instanceof Located located) {
                            results.set(i, in(frames.get(i), located.locator()));
                        }
                    }
                    return results;
                }
            };
        };
    }

    /** Frames in which these people were located already, by nobody. */
    BatchInference lookedAt(BatchInference model) {
        WeightsRef nobody = new WeightsRef("nobody", "0", "");
        return room -> {
            FrameBatch batch = model.open(room * Math.max(1, people));
            return new Delegating(batch) {
                @Override
                public void add(FrameRequest request) {
                    batch.add(request.with(in(request.frame(), nobody)));
                }
            };
        };
    }

    private Located in(Frame frame, WeightsRef locator) {
        List<Sighting> sightings = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int row = i / A_ROW;
            Point centre =
                    new Point(frame.getWidth() * (i % A_ROW + 0.5) / A_ROW, frame.getHeight() * (row + 0.5) * EXTENT);
            sightings.add(new Sighting(centre, frame.getHeight() * EXTENT, 1));
        }
        return new Located(sightings, locator);
    }

    /** What is not said otherwise is another batch's business. */
    private abstract static class Delegating implements FrameBatch {

        private final FrameBatch batch;

        Delegating(FrameBatch batch) {
            this.batch = batch;
        }

        @Override
        public void add(FrameRequest frame) {
            batch.add(frame);
        }

        @Override
        public void awaitPrepared() {
            batch.awaitPrepared();
        }

        @Override
        public List<FrameResult> infer() {
            return batch.infer();
        }

        @Override
        public void close() {
            batch.close();
        }
    }
}
