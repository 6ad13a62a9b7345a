package pose.trainer.labels;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import pose.cpm.BadWeightsException;
import pose.cpm.EngineName;
import pose.cpm.PoseEstimator;
import pose.cpm.WeightsVersion;
import pose.skeleton.Keypoint;
import pose.store.StoreException;
import pose.store.WeightsStore;
import pose.trainer.Experiment;
import pose.trainer.ExperimentData;
import pose.trainer.PublishedResult;
import pose.trainer.ResultPublisher;
import pose.trainer.Training;
import pose.trainer.TrainingListener;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;

/**
 * Predictions of networks that never saw the labels they are held against: the people are dealt into folds, and a network
 * trained on the other folds predicts each.
 */
public final class FoldPredictions {

    /** Of the people predicted for, each epoch is judged on every so-manieth: a glance is enough to see it learn. */
    private static final int GLANCE = 10;

    private final DataSet data;
    private final CheckedPeople people;
    private final FoldExperiment experiment;
    private final int folds;

    /**
     * Predictions for these people, by networks trained as the experiment says.
     *
     * @param folds at least 2
     */
    public FoldPredictions(DataSet data, CheckedPeople people, FoldExperiment experiment, int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("folds is " + folds + "; allowed: at least 2");
        }
        this.data = data;
        this.people = people;
        this.experiment = experiment;
        this.folds = folds;
    }

    /**
     * Trains the networks one after the other and asks each for what it has not seen. Checkpoints stay in the folder.
     *
     * @param resume whether to go on with what the folder holds of a run that was broken off
     * @param listeners by fold, from 0: hears how its training goes
     * @throws IOException where the folder cannot be written or read
     * @throws DataSetException where a picture cannot be read, or a fold is too small to learn from
     */
    public Predictions predict(boolean resume, IntFunction<TrainingListener> listeners)
            throws IOException, DataSetException, InterruptedException {
        Map<String, List<Optional<Keypoint>>> found = new HashMap<>();
        for (int fold = 0; fold < folds; fold++) {
            WeightsVersion weights = train(fold, resume, listeners.apply(fold));
            int held = fold;
            List<CheckedPerson> unseen = people.people().stream()
                    .filter(person -> Fold.of(person.index(), folds) == held)
                    .toList();
            try (PoseEstimator estimator = PoseEstimator.load(weights, EngineName.named(experiment.engine()))) {
                found.putAll(ModelPredictions.of(data, unseen, estimator::estimate, done -> {})
                        .byId());
            } catch (BadWeightsException e) {
                throw new IOException("what was just trained cannot be loaded: " + e.getMessage(), e);
            }
        }
        return new Predictions(found);
    }

    private WeightsVersion train(int fold, boolean resume, TrainingListener listener)
            throws IOException, DataSetException, InterruptedException {
        Experiment own = experiment.of(fold, data);
        Fold training = Fold.where(
                data,
                data.name() + " without fold " + (fold + 1) + " of " + folds,
                i -> Fold.of(i, folds) != fold
                        && people.people().get(i).labels() >= own.data().leastParts());
        Fold validation = Fold.where(
                data, data.name() + " of fold " + (fold + 1), i -> Fold.of(i, folds) == fold && i % GLANCE == 0);
        if (training.size() < own.batch() || validation.size() == 0) {
            throw new DataSetException(data.name() + ": " + data.size() + " people in " + folds + " folds leave "
                    + training.size() + " to learn from; at least a batch of " + own.batch() + " is needed");
        }
        ExperimentData split = new ExperimentData(training, validation);
        PublishedResult result = new Training(own, split, listener)
                .run(resume, new ResultPublisher(own, split, Clock.systemUTC(), null)::publish);
        try (WeightsStore store = WeightsStore.at(own.store())) {
            return store.open(result.id());
        } catch (StoreException | BadWeightsException e) {
            throw new IOException("what was just trained cannot be opened: " + e.getMessage(), e);
        }
    }
}
