package pose.trainer.labels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import pose.cpm.Subject;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;

/** Predictions of one model that there already is. One that was trained on these labels has learnt their mistakes too. */
public final class ModelPredictions {

    private static final int BATCH = 16;

    private ModelPredictions() {}

    /**
     * Looks at people once each, in the square around their labels.
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
            List<Subject> subjects = new ArrayList<>(batch.size());
            for (CheckedPerson person : batch) {
                subjects.add(new Subject(data.sample(person.index()).picture(), person.box()));
            }
            List<Pose> poses = model.apply(subjects);
            for (int i = 0; i < batch.size(); i++) {
                found.put(
                        batch.get(i).id(),
                        poses.get(i).keypoints().stream().map(Optional::of).toList());
            }
            progress.accept(from + batch.size());
        }
        return new Predictions(found);
    }
}
