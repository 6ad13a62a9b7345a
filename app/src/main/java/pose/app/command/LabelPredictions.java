package pose.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pose.app.UserMistake;
import pose.cpm.BadWeightsException;
import pose.cpm.PoseEstimator;
import pose.cpm.WeightsVersion;
import pose.trainer.csv.BadCsvException;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.labels.CheckedPeople;
import pose.trainer.labels.FoldExperiment;
import pose.trainer.labels.FoldPredictions;
import pose.trainer.labels.ModelPredictions;
import pose.trainer.labels.PredictionFile;
import pose.trainer.labels.Predictions;

/** Where the predictions come from that labels are held against. */
final class LabelPredictions {

    @Option(
            names = "--folds",
            paramLabel = "K",
            converter = Folds.class,
            description =
                    "Train so many networks, each on the others' people (2 to 20, or 0 for no predictions at all: "
                            + "geometry alone; default: 2).")
    private @Nullable Integer folds;

    @Option(
            names = "--experiment",
            paramLabel = "FILE",
            description = "How each fold's network is trained, in YAML as for pose train; data and folders are passed "
                    + "over (default: lite of 2 stages at 96 pixels, 6 epochs).")
    private @Nullable Path experiment;

    @Option(names = "--resume", description = "Go on with the folds that a run broken off left in --out.")
    private boolean resume;

    @Option(
            names = "--weights",
            paramLabel = "DIR|NAME/VERSION",
            description =
                    "Take the predictions of a version that there is (its folder, or its name in runs/store). One "
                            + "that was trained on these labels has learnt their mistakes too, and accuses too few.")
    private @Nullable String weights;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Take anybody's predictions: id,part,x,y, and score where there is one.")
    private @Nullable Path file;

    /** Numbers of folds; 0 stands for none. */
    static final class Folds extends Bounded {
        Folds() {
            super(0, 20);
        }
    }

    /** Says so where more than one source was asked for. */
    void requireOneSource(CommandSpec spec) {
        long sources = Stream.of(weights != null, file != null, folds != null || experiment != null || resume)
                .filter(given -> given)
                .count();
        if (sources > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--predictions, --weights and --folds (with --experiment, --resume) exclude each other; allowed: one");
        }
        if (folds != null && folds == 1) {
            throw new ParameterException(
                    spec.commandLine(), "--folds is 1, which leaves nobody to learn from; allowed: 0, or 2 to 20");
        }
    }

    /** The predictions; where they were made here they are kept in {@code out}, for the next check. */
    Predictions of(DataSet data, CheckedPeople people, Path out, WorkProgress progress)
            throws IOException, DataSetException, BadCsvException, InterruptedException {
        if (file != null) {
            return PredictionFile.read(file, people);
        }
        if (weights == null && folds != null && folds == 0) {
            return Predictions.NONE;
        }
        Predictions made =
                weights == null ? byFolds(data, people, out, progress) : byWeights(weights, data, people, progress);
        PredictionFile.write(out.resolve("predictions.csv"), people, made);
        return made;
    }

    private Predictions byFolds(DataSet data, CheckedPeople people, Path out, WorkProgress progress)
            throws IOException, DataSetException, InterruptedException {
        int number = folds == null ? 2 : folds;
        FoldExperiment network = experiment == null ? FoldExperiment.small(out) : FoldExperiment.read(experiment, out);
        return new FoldPredictions(data, people, network, number)
                .predict(resume, fold -> progress.training("fold " + (fold + 1) + " of " + number));
    }

    private Predictions byWeights(String name, DataSet data, CheckedPeople people, WorkProgress progress)
            throws DataSetException {
        WeightsVersion version = ModelArguments.naming(name).openWeights();
        if (!version.skeleton().equals(data.skeleton())) {
            throw new UserMistake("--weights '" + name + "' are of skeleton "
                    + version.skeleton().name() + ", the data set is of "
                    + data.skeleton().name() + "; add skeleton="
                    + version.skeleton().name() + " to the data set's name");
        }
        try (PoseEstimator estimator = PoseEstimator.load(version)) {
            return ModelPredictions.of(
                    data,
                    people.people(),
                    estimator::estimate,
                    progress.of("predicting people", people.people().size()));
        } catch (BadWeightsException e) {
            throw new UserMistake("weights " + e.getMessage(), e);
        }
    }
}
