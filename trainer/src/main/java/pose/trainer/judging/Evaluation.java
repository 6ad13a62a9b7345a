package pose.trainer.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import pose.cpm.Subject;
import pose.skeleton.Pose;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Sample;

/**
 * Judges an estimator on a data set: each person who can be judged, in the square crop around the labelled parts ×
 * {@link Sample#MARGIN}, once, unmirrored.
 */
public final class Evaluation {

    private static final int BATCH = 16;

    private final DataSet data;
    private final double alpha;

    /** @param alpha torso lengths within which a part is right, see {@link Pck} */
    public Evaluation(DataSet data, double alpha) {
        this.data = data;
        this.alpha = alpha;
    }

    /**
     * Runs the estimator over the data set.
     *
     * @param estimator subjects to one pose each, in order
     * @throws DataSetException where a picture cannot be read
     */
    public Figures judge(Function<List<Subject>, List<Pose>> estimator) throws DataSetException {
        List<JudgedPerson> judged = new ArrayList<>();
        List<Sample> waiting = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            Sample sample = data.sample(i);
            if (torso(sample).isPresent()) {
                waiting.add(sample);
            }
            if (waiting.size() == BATCH || (i == data.size() - 1 && !waiting.isEmpty())) {
                List<Pose> poses = estimator.apply(waiting.stream()
                        .map(s -> new Subject(s.picture(), s.subjectBox()))
                        .toList());
                for (int k = 0; k < waiting.size(); k++) {
                    judged.add(JudgedPerson.of(
                            waiting.get(k).parts(),
                            poses.get(k).keypoints(),
                            torso(waiting.get(k)).orElseThrow()));
                }
                waiting.clear();
            }
        }
        return new Pck(alpha).judge(new Judged(data.skeleton().parts(), judged));
    }

    private OptionalDouble torso(Sample sample) {
        return Torso.length(data.skeleton(), sample.parts());
    }
}
