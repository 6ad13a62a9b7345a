package pose.trainer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.DataSets;
import pose.trainer.data.ExcludeList;
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
        Selection judged = Selection.EVERYONE.in(data.toSkeleton());
        Selection taught = new Selection(Optional.of(data.toSkeleton()), data.leastParts(), excludes(data));
        List<DataSet> training = new ArrayList<>();
        for (String name : data.training()) {
            training.add(DataSets.open(name, Purpose.TRAINING, taught));
        }
        DataSet validation = DataSets.open(Objects.requireNonNull(data.validation()), Purpose.JUDGING, judged);
        return new ExperimentData(new MixedDataSet(training), validation);
    }

    private static ExcludeList excludes(DataSettings data) throws DataSetException {
        String file = data.exclude();
        return file == null ? ExcludeList.NONE : ExcludeList.read(Path.of(file));
    }

    /** Lines for a user: what was taken and what was not, and whether validation sees pictures of training. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        training.summaries().forEach(set -> lines.add("training: " + set));
        validation.summaries().forEach(set -> lines.add("validation: " + set));
        Set<Path> shared = new HashSet<>(training.files());
        shared.retainAll(validation.files());
        if (!shared.isEmpty()) {
            lines.add("warning: validation has " + shared.size() + " pictures that training has too (e.g. "
                    + shared.iterator().next() + "): its figures will flatter; first= and last= keep them apart");
        }
        return lines;
    }
}
