package pose.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import pose.cpm.PersonLocator;
import pose.cpm.Sighting;
import pose.schema.Frame;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Pose;

/** The frames of a batch that one model looks at. Each picture is decoded, cropped into a buffer and let go of. */
final class BatchPart {

    private final PoseModel model;
    private final PersonLocator unlocated;
    private final Executor preparers;
    private final PoseModel.People people;
    private final List<Entry> entries = new ArrayList<>();
    private Iterator<FrameResult> results = List.<FrameResult>of().iterator();
    private Duration perFrame = Duration.ZERO;

    /**
     * @param unlocated says where people are in a frame of which nobody said so
     * @param room how many people it will hold at most
     */
    BatchPart(PoseModel model, PersonLocator unlocated, Executor preparers, int room) {
        this.model = model;
        this.unlocated = unlocated;
        this.preparers = preparers;
        this.people = model.begin(room);
    }

    private record Entry(int people, Optional<Located> located, Preparation preparation) {}

    /** As {@link FrameBatch#add}. */
    void add(FrameRequest request) {
        Optional<String> refusal = Preparation.refusal(request.frame());
        if (refusal.isPresent()) {
            entries.add(new Entry(0, request.located(), Preparation.refused(refusal.get())));
            return;
        }
        List<PoseModel.Place> places = boxes(request).stream().map(people::add).toList();
        Preparation preparation =
                Preparation.begin(request, preparers, picture -> places.forEach(place -> place.write(picture)));
        entries.add(new Entry(places.size(), request.located(), preparation));
    }

    private List<Box> boxes(FrameRequest request) {
        Frame frame = request.frame();
        return request.located()
                .map(located ->
                        located.sightings().stream().map(Sighting::subjectBox).toList())
                .orElseGet(() -> unlocated.locate(frame.getWidth(), frame.getHeight()));
    }

    /** As {@link FrameBatch#awaitPrepared}. */
    void awaitPrepared() {
        for (Entry entry : entries) {
            Optional<String> unused = entry.preparation().trouble();
        }
    }

    /** Runs the engine; afterwards {@link #next} gives the results. */
    void infer() {
        long began = System.nanoTime();
        List<Pose> poses = people.estimate();
        perFrame = Duration.ofNanos((System.nanoTime() - began) / Math.max(1, entries.size()));
        int expected = entries.stream().mapToInt(Entry::people).sum();
        if (poses.size() != expected) {
            throw new IllegalStateException("the model gave " + poses.size() + " poses for " + expected + " people");
        }
        List<FrameResult> found = new ArrayList<>(entries.size());
        int next = 0;
        for (Entry entry : entries) {
            int end = next + entry.people();
            found.add(result(entry, poses.subList(next, end)));
            next = end;
        }
        results = found.iterator();
    }

    /** The result of the next frame, in the order of adding. */
    FrameResult next() {
        return results.next();
    }

    /** The engine's time, divided by the frames. */
    Duration perFrame() {
        return perFrame;
    }

    /** Which version looks. */
    WeightsRef weights() {
        return model.weights();
    }

    private FrameResult result(Entry entry, List<Pose> poses) {
        return entry.preparation()
                .trouble()
                .<FrameResult>map(Poison::new)
                .orElseGet(() -> new Inferred(poses, model.skeleton(), model.weights(), entry.located()));
    }

    /** Gives back what it held. */
    void close() {
        entries.forEach(entry -> entry.preparation().settle());
        people.close();
    }
}
