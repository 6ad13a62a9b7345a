package pose.trainer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.LspetDataSet;
import pose.trainer.data.MixedDataSet;
import pose.trainer.data.SyntheticDataSet;

/**
 * The data sets an experiment trains and validates on.
 *
 * @param training what it learns from
 * @param validation what it is judged on after each epoch; shares no picture with {@code training}
 */
public record ExperimentData(DataSet training, DataSet validation) {

    private static final long SYNTHETIC_SEED = 1_000_000;

    /**
     * Opens them.
     *
     * @throws DataSetException where a folder is none of the form it should have
     */
    public static ExperimentData open(Experiment.Data data) throws DataSetException {
        List<DataSet> training = new ArrayList<>();
        @Nullable Path lspet = data.lspet();
        if (lspet != null) {
            training.add(LspetDataSet.open(lspet, 1, data.lspetLast(), data.leastParts()));
        }
        if (data.synthetic() > 0) {
            training.add(new SyntheticDataSet(data.synthetic(), SYNTHETIC_SEED));
        }
        DataSet validation = lspet != null
                ? LspetDataSet.open(lspet, data.lspetLast() + 1, Integer.MAX_VALUE, 1)
                : new SyntheticDataSet(Math.max(1, data.validationSynthetic()), SyntheticDataSet.JUDGING_SEED);
        return new ExperimentData(new MixedDataSet(training), validation);
    }
}
