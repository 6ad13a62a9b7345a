package pose.app.why;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.app.compare.PartChange;
import pose.schema.Frame;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Provenance;
import pose.schema.Timings;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Skeleton;
import pose.stream.BatchInference;
import pose.stream.FrameBatch;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Inferred;
import pose.stream.Poison;
import pose.stream.PoseFrames;
import pose.stream.RecordWords;

/**
 * A frame inferred again, beside what its event says.
 *
 * @param weights that looked this time
 * @param engine that ran them
 * @param batch how many frames it was inferred with: as many as the first time, all of them this one
 * @param sameWeights whether they are those of the event
 * @param sameEngine whether it is that of the event, as far as the event says
 * @param identical whether everything seen is the same bit for bit
 * @param trouble why the two cannot be compared, where they cannot
 * @param people how each person's parts differ; empty where they cannot be compared
 */
public record SecondLook(
        WeightsRef weights,
        String engine,
        int batch,
        boolean sameWeights,
        boolean sameEngine,
        boolean identical,
        Optional<String> trouble,
        List<List<PartChange>> people) {

    private static final int LARGEST_BATCH = 1024;

    public SecondLook {
        people = people.stream().map(List::copyOf).toList();
    }

    /**
     * Looks at a frame again. The batch has the size that it had, and the frame the place: an engine whose results depend
     * on either gives the same once more.
     *
     * @param model looks where the event's people are, see {@link #boxes}
     */
    public static SecondLook at(BatchInference model, Frame frame, PoseFrame first) {
        @Nullable Provenance provenance = first.getProvenance();
        int size = provenance == null ? 1 : Math.max(1, Math.min(LARGEST_BATCH, provenance.getBatchSize()));
        int place = provenance == null ? 0 : Math.max(0, Math.min(size - 1, provenance.getBatchPlace()));
        FrameResult result;
        try (FrameBatch batch = model.prepare(Collections.nCopies(size, new FrameRequest(frame)))) {
            result = batch.infer().get(place);
        }
        boolean sameEngine = provenance != null && provenance.getEngine().equals(model.engine());
        if (!(result instanceof Inferred seen)) {
            String reason = result instanceof Poison poison ? poison.reason() : "nothing was inferred";
            return new SecondLook(
                    first.getWeights(), model.engine(), size, false, sameEngine, false, Optional.of(reason), List.of());
        }
        PoseFrame second = PoseFrames.of(frame, seen, new Timings(0L, 0L, 0L, 0L));
        boolean identical = second.getSkeleton().equals(first.getSkeleton())
                && second.getPeople().equals(asLookedAt(first.getPeople()));
        Optional<String> trouble = incomparable(first, second);
        return new SecondLook(
                seen.weights(),
                model.engine(),
                size,
                seen.weights().getSha256().equals(first.getWeights().getSha256()),
                sameEngine,
                identical,
                trouble,
                trouble.isPresent() ? List.of() : changes(first, second));
    }

    /** Where people are who were seen in a frame: the squares that were looked at. */
    public static List<Box> boxes(PoseFrame event) {
        return event.getPeople().stream()
                .map(Person::getBox)
                .map(RecordWords::box)
                .toList();
    }

    /** Without what frames before it say of them: who they are, and how they move. */
    private static List<Person> asLookedAt(List<Person> people) {
        return people.stream()
                .map(person -> new Person(person.getBox(), person.getScore(), null, person.getKeypoints(), null, null))
                .toList();
    }

    private static Optional<String> incomparable(PoseFrame first, PoseFrame second) {
        if (!first.getSkeleton().equals(second.getSkeleton())) {
            return Optional.of(
                    "the skeletons differ: " + first.getSkeleton() + " then, " + second.getSkeleton() + " now");
        }
        if (first.getPeople().size() != second.getPeople().size()) {
            return Optional.of(first.getPeople().size() + " people then, "
                    + second.getPeople().size() + " now");
        }
        return Skeleton.named(first.getSkeleton()).isPresent()
                ? Optional.empty()
                : Optional.of("skeleton " + first.getSkeleton() + " is unknown here");
    }

    private static List<List<PartChange>> changes(PoseFrame first, PoseFrame second) {
        Skeleton skeleton = Skeleton.named(first.getSkeleton()).orElseThrow();
        List<List<PartChange>> people = new ArrayList<>();
        for (int i = 0; i < first.getPeople().size(); i++) {
            Person before = first.getPeople().get(i);
            people.add(PartChange.between(skeleton, before, second.getPeople().get(i)));
        }
        return people;
    }

    /** The parts that differ, of everyone. */
    public List<PartChange> differing() {
        return people.stream()
                .flatMap(List::stream)
                .filter(part -> !part.identical())
                .toList();
    }

    /** Why it may differ from the event, in one line; empty where it does not. */
    public String cause() {
        if (identical) {
            return "";
        }
        if (trouble.isPresent()) {
            return trouble.get();
        }
        if (!sameWeights) {
            return "other weights look";
        }
        return sameEngine
                ? "same weights and engine: another processor, library or number of threads rounds otherwise"
                : "another engine rounds otherwise than the event's, or the event does not say which it was";
    }
}
