package pose.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.DataSets;
import pose.trainer.data.MixedDataSet;
import pose.trainer.data.Purpose;
import pose.trainer.data.Selection;

/**
 * The data sets an experiment trains and validates on.
 *
 * @param training what it learns from
 * @param validation what it is judged on after each epoch
 */
public record ExperimentData(DataSet training, DataSet validation) {

    /**
     * Opens them. Only training leaves people of few parts and what is on the exclude list out.
     *
     * @throws DataSetException where one is none of the form it should have
     * @throws IllegalArgumentException where one is of no kind there is
     */
    public static ExperimentData open(DataSettings data) throws DataSetException {
        Selection taught = new Selection(data.leastParts());
        List<DataSet> training = new ArrayList<>();
        for (String name : data.training()) {
            training.add(DataSets.open(name, Purpose.TRAINING, taught));
        }
        DataSet validation =
                DataSets.open(Objects.requireNonNull(data.validation()), Purpose.JUDGING, Selection.EVERYONE);
        return new ExperimentData(new MixedDataSet(training), validation);
    }
}
