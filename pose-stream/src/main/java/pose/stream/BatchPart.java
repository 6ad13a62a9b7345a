package pose.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pose.cpm.PersonLocator;
import pose.cpm.Sighting;
import pose.schema.Frame;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;
import pose.track.Looks;
import pose.track.SceneSignature;

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

    /** @param scene is there once the frame is prepared, where it was located */
    private record Entry(
            FrameRequest request,
            List<PoseModel.Place> places,
            AtomicReference<@Nullable SceneSignature> scene,
            Preparation preparation) {

        static Entry refused(FrameRequest request, String reason) {
            return new Entry(request, List.of(), new AtomicReference<>(), Preparation.refused(reason));
        }

        int people() {
            return places.size();
        }

        Optional<Located> located() {
            return request.located();
        }
    }

    /** As {@link FrameBatch#add}. */
    void add(FrameRequest request) {
        Optional<String> refusal = Preparation.refusal(request.frame());
        if (refusal.isPresent()) {
            entries.add(Entry.refused(request, refusal.get()));
            return;
        }
        List<PoseModel.Place> places = boxes(request).stream().map(people::add).toList();
        AtomicReference<@Nullable SceneSignature> scene = new AtomicReference<>();
        Preparation preparation = Preparation.begin(request, preparers, picture -> {
            places.forEach(place -> place.write(picture));
            if (request.located().isPresent()) {
                scene.set(SceneSignature.ofLuma(picture.luma(SceneSignature.WIDTH, SceneSignature.HEIGHT)));
            }
        });
        entries.add(new Entry(request, places, scene, preparation));
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
                .orElseGet(() -> entry.located()
                        .map(located -> inferred(entry, located, poses))
                        .orElseGet(() -> new Inferred(poses, model.skeleton(), model.weights())));
    }

    private Inferred inferred(Entry entry, Located located, List<Pose> poses) {
        Skeleton skeleton = Skeleton.named(model.skeleton())
                .orElseThrow(() -> new IllegalStateException("no skeleton is called " + model.skeleton()));
        List<Integer> people = NearDuplicates.without(skeleton, located.sightings(), poses);
        return new Inferred(
                people.stream().map(poses::get).toList(),
                model.skeleton(),
                model.weights(),
                Optional.of(located.with(
                        people.stream().map(located.sightings()::get).toList())),
                Optional.ofNullable(entry.scene().get()),
                people.stream()
                        .map(person -> looks(entry, skeleton, person, poses.get(person)))
                        .toList());
    }

    private static Looks looks(Entry entry, Skeleton skeleton, int person, Pose pose) {
        Frame frame = entry.request().frame();
        PoseModel.Place place = entry.places().get(person);
        return Looks.seen(
                skeleton,
                pose.keypoints(),
                pose.box().extent(),
                (x, y) -> Point.isWithin(x, y, frame.getWidth(), frame.getHeight()) ? place.colourAt(x, y) : -1);
    }

    /** Gives back what it held. */
    void close() {
        entries.forEach(entry -> entry.preparation().settle());
        people.close();
    }
}
