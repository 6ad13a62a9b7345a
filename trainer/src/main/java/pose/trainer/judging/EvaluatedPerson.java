package pose.trainer.judging;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.skeleton.Point;
import pose.skeleton.Pose;

/**
 * One person of a data set and where they were found.
 *
 * @param index of the sample in its data set
 * @param id of the sample
 * @param file of the sample's picture
 * @param area what they cover, square pixels: by their box, see {@link pose.trainer.judging.oks.PersonArea}
 * @param truth in skeleton order, source pixels; absent where not labelled
 * @param torso what PCK and PDJ normalise by, in pixels, where it is labelled
 * @param head what PCKh normalises by, in pixels, where the data set has head boxes
 * @param poses one a stage, the last one last
 */
public record EvaluatedPerson(
        int index,
        String id,
        String file,
        double area,
        List<Optional<Point>> truth,
        OptionalDouble torso,
        OptionalDouble head,
        List<Pose> poses) {

    public EvaluatedPerson {
        truth = List.copyOf(truth);
        poses = List.copyOf(poses);
    }

    /** The pose after the last stage. */
    public Pose lastPose() {
        return poses.get(poses.size() - 1);
    }

    /** As metrics take this person; nobody where the scale is absent. */
    Optional<JudgedPerson> judged(int stage, OptionalDouble scale) {
        return scale.isPresent()
                ? Optional.of(JudgedPerson.of(truth, poses.get(stage).keypoints(), scale.getAsDouble()))
                : Optional.empty();
    }
}
