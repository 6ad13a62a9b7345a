package pose.trainer;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pose.cpm.Network;
import pose.cpm.network.Task;
import pose.skeleton.Skeleton;
import pose.trainer.csv.BadCsvException;
import pose.trainer.data.DataSetException;
import pose.trainer.judging.Figures;

/** What an experiment learns from and is judged on: people for a network that estimates poses, crowds for a locator. */
public sealed interface Material permits ExperimentData, CrowdMaterial {

    /**
     * Opens an experiment's data sets.
     *
     * @throws DataSetException where one is none of the form it should have
     * @throws IllegalArgumentException where one is of no kind there is
     */
    static Material open(Experiment experiment) throws DataSetException {
        return experiment.architecture().task() == Task.LOCATOR
                ? CrowdMaterial.open(experiment.data())
                : ExperimentData.open(experiment.data());
    }

    /** What a user is warned of where validation has pictures that training has too. */
    static Optional<String> sharing(Collection<Path> training, Collection<Path> validation, String remedy) {
        Set<Path> shared = new HashSet<>(training);
        shared.retainAll(validation);
        return shared.stream()
                .findFirst()
                .map(one -> "warning: validation has " + shared.size() + " pictures that training has too (e.g. " + one
                        + "): its figures will flatter; " + remedy);
    }

    /** The network's parts. */
    Skeleton skeleton();

    /** How many pictures an epoch has. */
    int pictures();

    /** What is learnt from, as a manifest calls it. */
    String trainingName();

    /** What is judged on, as a manifest calls it. */
    String validationName();

    /** Lines for a user: what was taken and what was not, and whether validation sees pictures of training. */
    List<String> summary();

    BatchMaking batches(Experiment experiment);

    /** What the figure is called that decides which epoch is the best, e.g. {@code pck@0.2}. */
    String figure();

    /** What a manifest's {@code training} says beside the experiment's settings. */
    Map<String, Object> notes(Figures figures);

    /** Judges what was learnt so far; the mean decides which epoch is the best. */
    Figures judge(NetworkTrainer trainer) throws DataSetException;

    /**
     * How a version did on the validation, as a page; none where there is none for its kind.
     *
     * @param version what it is called
     * @param curve file of the run's learning curve, where there is one
     */
    Optional<String> report(String version, Network network, Optional<Path> curve)
            throws BadCsvException, DataSetException;
}
