package pose.trainer.judging;

import java.util.List;
import java.util.function.Function;
import pose.cpm.Subject;
import pose.skeleton.Pose;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;

/** One figure of an estimator on a data set: PCK of one plain look at each person who has a torso. */
public final class Evaluation {

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
        Evaluated evaluated = new DataSetRun(data).run(people -> List.of(estimator.apply(people)));
        return new Pck(alpha).judge(evaluated.byTorso(0));
    }
}
