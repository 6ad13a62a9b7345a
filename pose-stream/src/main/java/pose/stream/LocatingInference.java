package pose.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * Two networks one after the other, for whoever looks at batches of its own making: people are located in every frame of a batch,
 * and then looked at, those whom a stream would look at. For one thread; the networks stay the caller's to close.
 */
public final class LocatingInference implements BatchInference {

    private final PersonFinding finding;
    private final BatchInference poses;
    private final PeopleSettings people;
    private final PictureRoom pictures;

    /** @param people whom to look at; they are located in every frame, whatever it says of that */
    public LocatingInference(PersonFinding finding, BatchInference poses, PeopleSettings people) {
        this.finding = finding;
        this.poses = poses;
        this.people = people;
        this.pictures = new PictureRoom(people.maxKeptBytes());
    }

    @Override
    public FrameBatch open(int room) {
        return new Batch(finding.open(room));
    }

    /** What runs the network that gives the poses. */
    @Override
    public String engine() {
        return poses.engine();
    }

    @Override
    public void probe() {
        finding.probe();
        poses.probe();
    }

    private final class Batch implements FrameBatch {

        private final FrameBatch located;
        private final List<FrameRequest> frames = new ArrayList<>();

        private Batch(FrameBatch located) {
            this.located = located;
        }

        @Override
        public void add(FrameRequest frame) {
            FrameRequest kept = frame.keptIn(pictures);
            frames.add(kept);
            located.add(kept);
        }

        @Override
        public void awaitPrepared() {
            located.awaitPrepared();
        }

        @Override
        public List<FrameResult> infer() {
            List<FrameResult> results = new ArrayList<>(located.infer());
            List<Integer> places = new ArrayList<>();
            List<FrameRequest> requests = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                FrameRequest frame = frames.get(i);
                if (results.get(i) instanceof Located found) {
                    places.add(i);
                    requests.add(frame.with(people.wanted(frame.frame(), found, false)));
                }
            }
            try (FrameBatch batch = open(requests)) {
                List<FrameResult> seen = batch.infer();
                for (int i = 0; i < places.size(); i++) {
                    results.set(places.get(i), seen.get(i));
                }
            }
            return results;
        }

        private FrameBatch open(List<FrameRequest> requests) {
            FrameBatch batch = poses.open(
                    Math.max(1, requests.stream().mapToInt(FrameRequest::people).sum()));
            requests.forEach(batch::add);
            return batch;
        }

        @Override
        public void close() {
            located.close();
            frames.forEach(frame -> frame.picture().discard());
        }
    }
}
