package pose.trainer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pose.cpm.Network;
import pose.skeleton.Skeleton;
import pose.trainer.csv.BadCsvException;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.DataSets;
import pose.trainer.data.ExcludeList;
import pose.trainer.data.MixedDataSet;
import pose.trainer.data.Purpose;
import pose.trainer.data.Selection;
import pose.trainer.judging.Evaluation;
import pose.trainer.judging.Figures;
import pose.trainer.judging.Pck;
import pose.trainer.judging.report.LossCurve;
import pose.trainer.judging.report.ValidationReport;

/**
 * The data sets an experiment trains and validates on.
 *
 * @param training what it learns from
 * @param validation what it is judged on after each epoch
 */
public record ExperimentData(DataSet training, DataSet validation) implements Material {

    /** Of PCK, whose mean decides which epoch is the best. */
    private static final double ALPHA = 0.2;

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

    @Override
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        training.summaries().forEach(set -> lines.add("training: " + set));
        validation.summaries().forEach(set -> lines.add("validation: " + set));
        Material.sharing(training.files(), validation.files(), "first= and last= keep them apart")
                .ifPresent(lines::add);
        return lines;
    }

    @Override
    public Skeleton skeleton() {
        return training.skeleton();
    }

    @Override
    public int pictures() {
        return training.size();
    }

    @Override
    public String trainingName() {
        return training.name();
    }

    @Override
    public String validationName() {
        return validation.name();
    }

    @Override
    public BatchMaking batches(Experiment experiment) {
        return new BatchMaker(training, experiment.augmentation(), experiment.peakWeight(), experiment.seed());
    }

    @Override
    public String figure() {
        return new Pck(ALPHA).name();
    }

    @Override
    public Map<String, Object> notes(Figures figures) {
        return Map.of();
    }

    @Override
    public Figures judge(NetworkTrainer trainer) throws DataSetException {
        return new Evaluation(validation, ALPHA).judge(trainer::estimate);
    }

    @Override
    public Optional<String> report(String version, Network network, Optional<Path> curve)
            throws BadCsvException, DataSetException {
        Optional<LossCurve> losses = curve.isPresent() ? Optional.of(LossCurve.read(curve.get())) : Optional.empty();
        return Optional.of(
                ValidationReport.of(version, network, validation, losses).html());
    }
}
