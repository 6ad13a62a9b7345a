package pose.trainer.judging.report;

import java.util.List;
import java.util.Optional;
import pose.cpm.Network;
import pose.cpm.TestTimeEstimator;
import pose.cpm.TestTimeViews;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.judging.DataSetRun;
import pose.trainer.judging.Evaluated;
import pose.trainer.judging.EvaluationFigures;

/** The page that a published version carries: how its network did on the validation, in one plain look a person. */
public final class ValidationReport {

    private ValidationReport() {}

    /**
     * Evaluates and reports.
     *
     * @param weights what the page calls the network
     * @param losses of its training, where they are known
     * @throws DataSetException where a picture cannot be read
     */
    public static Report of(String weights, Network network, DataSet data, Optional<LossCurve> losses)
            throws DataSetException {
        TestTimeEstimator estimator = new TestTimeEstimator(network, data.skeleton(), TestTimeViews.SINGLE);
        Evaluated evaluated =
                new DataSetRun(data).run(people -> estimator.look(people).posesByStage());
        EvaluationFigures figures = new EvaluationFigures(
                weights, data.name(), List.of(EvaluationFigures.Look.of(TestTimeViews.SINGLE.toString(), evaluated)));
        return new Report(figures, losses, ReportPictures.of(data, evaluated, estimator));
    }
}
