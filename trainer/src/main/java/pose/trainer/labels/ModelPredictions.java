package pose.trainer.labels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import pose.cpm.Subject;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;

/**
 * Predictions of one model that there already is. One that was trained on these labels has learnt their mistakes too.
 *
 * <p>Everybody is looked at upright and turned by half: models are taught people who stand, and take the feet of somebody
 * on their hands for a head. What counts is the look that confirms more of the labels, on whichever side, so a model
 * accuses only where neither look bears the label out.
 */
public final class ModelPredictions {

    private static final int BATCH = 16;

    /** Share of the box's side within which a prediction confirms a label. */
    private static final double CONFIRMED = 0.1;

    private ModelPredictions() {}

    /**
     * Looks at people, twice each, in the square around their labels.
     *
     * @param model subjects to one pose each, in order
     * @param progress hears how many have been looked at
     */
    public static Predictions of(
            DataSet data, List<CheckedPerson> people, Function<List<Subject>, List<Pose>> model, IntConsumer progress)
            throws DataSetException {
        Map<String, List<Optional<Keypoint>>> found = new HashMap<>();
        for (int from = 0; from < people.size(); from += BATCH) {
            List<CheckedPerson> batch = people.subList(from, Math.min(people.size(), from + BATCH));
            List<Subject> upright = new ArrayList<>(batch.size());
            for (CheckedPerson person : batch) {
                upright.add(new Subject(data.sample(person.index()).picture(), person.box()));
            }
            List<HalfTurn> turns = upright.stream()
                    .map(subject -> new HalfTurn(subject.picture()))
                    .toList();
            List<Subject> turned = IntStream.range(0, batch.size())
                    .mapToObj(i -> turns.get(i).of(upright.get(i)))
                    .toList();
            List<Pose> poses = model.apply(upright);
            List<Pose> turnedPoses = model.apply(turned);
            for (int i = 0; i < batch.size(); i++) {
                HalfTurn turn = turns.get(i);
                List<Keypoint> one = poses.get(i).keypoints();
                List<Keypoint> other =
                        turnedPoses.get(i).keypoints().stream().map(turn::of).toList();
                CheckedPerson person = batch.get(i);
                boolean isTurned = confirmed(data.skeleton(), person, other) > confirmed(data.skeleton(), person, one);
                found.put(
                        person.id(),
                        (isTurned ? other : one).stream().map(Optional::of).toList());
            }
            progress.accept(from + batch.size());
        }
        return new Predictions(found);
    }

    /** How many labels these keypoints bear out, or those of the other side. */
    private static int confirmed(Skeleton skeleton, CheckedPerson person, List<Keypoint> keypoints) {
        double near = CONFIRMED * person.box().width();
        int confirmed = 0;
        for (int p = 0; p < keypoints.size(); p++) {
            Point found = keypoints.get(p).point();
            if (isNear(person.parts().get(p), found, near)
                    || isNear(person.parts().get(skeleton.mirror().get(p)), found, near)) {
                confirmed++;
            }
        }
        return confirmed;
    }

    private static boolean isNear(Optional<Point> label, Point found, double near) {
        return label.isPresent() && label.get().distanceTo(found) <= near;
    }
}
