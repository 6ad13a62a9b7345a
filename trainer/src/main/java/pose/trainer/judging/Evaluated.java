package pose.trainer.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import pose.skeleton.Keypoint;
import pose.skeleton.Skeleton;
import pose.trainer.judging.oks.FoundOne;
import pose.trainer.judging.oks.JudgedPicture;
import pose.trainer.judging.oks.OksFigures;
import pose.trainer.judging.oks.TrueOne;

/**
 * Everybody of a data set who can be judged, and where they were found after each stage.
 *
 * @param people in the data set's order
 */
public record Evaluated(Skeleton skeleton, List<EvaluatedPerson> people) {

    public Evaluated {
        people = List.copyOf(people);
    }

    /** How many stages there are; 0 where nobody was judged. */
    public int stages() {
        return people.isEmpty() ? 0 : people.get(0).poses().size();
    }

    /** The people with a torso, normalised by it: for PCK, PDJ and PCP. */
    public Judged byTorso(int stage) {
        return judged(stage, EvaluatedPerson::torso);
    }

    /** The people with a head box, normalised by it: for PCKh. */
    public Judged byHead(int stage) {
        return judged(stage, EvaluatedPerson::head);
    }

    private Judged judged(int stage, Function<EvaluatedPerson, OptionalDouble> scale) {
        List<JudgedPerson> judged = people.stream()
                .map(person -> person.judged(stage, scale.apply(person)))
                .flatMap(Optional::stream)
                .toList();
        return new Judged(skeleton.parts(), judged);
    }

    /**
     * Average precision and recall of the last stage's poses, by COCO's definition, each person having been looked for where they
     * are: what is found wrong here, the pose is wrong about.
     */
    public OksFigures oks() {
        Map<String, List<EvaluatedPerson>> byPicture = new LinkedHashMap<>();
        people.forEach(person -> byPicture
                .computeIfAbsent(person.file(), file -> new ArrayList<>())
                .add(person));
        return OksFigures.of(
                skeleton.parts(),
                byPicture.values().stream().map(Evaluated::picture).toList());
    }

    private static JudgedPicture picture(List<EvaluatedPerson> people) {
        return new JudgedPicture(
                people.stream()
                        .map(person -> new TrueOne(person.truth(), person.area(), Optional.empty(), false))
                        .toList(),
                people.stream()
                        .map(person -> FoundOne.everyPart(
                                person.lastPose().keypoints().stream()
                                        .map(Keypoint::point)
                                        .toList(),
                                person.lastPose().score()))
                        .toList());
    }

    /** The figures after each stage. */
    public List<StageFigures> figures() {
        List<StageFigures> figures = new ArrayList<>();
        for (int stage = 0; stage < stages(); stage++) {
            figures.add(StageFigures.of(this, stage));
        }
        return figures;
    }

    /**
     * The people with a torso, the worst first: by the distance between truth and the last stage's pose, averaged over
     * the labelled parts, each cut to one torso so that one part alone makes nobody the worst.
     */
    public List<EvaluatedPerson> worstFirst() {
        return people.stream()
                .filter(person -> person.torso().isPresent())
                .sorted(Comparator.comparingDouble(this::meanError).reversed())
                .toList();
    }

    /** How far off a person with a torso is, as {@link #worstFirst} has it: in torso lengths, 0 to 1. */
    public double meanError(EvaluatedPerson person) {
        double torso = person.torso().orElseThrow();
        double sum = 0;
        int labelled = 0;
        for (int p = 0; p < person.truth().size(); p++) {
            if (person.truth().get(p).isPresent()) {
                double distance = person.truth()
                        .get(p)
                        .get()
                        .distanceTo(person.lastPose().keypoints().get(p).point());
                sum += Math.min(1, distance / torso);
                labelled++;
            }
        }
        return sum / labelled;
    }
}
