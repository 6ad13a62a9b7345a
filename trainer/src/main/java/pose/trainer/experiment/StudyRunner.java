package pose.trainer.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pose.trainer.BatchLoader;
import pose.trainer.Experiment;
import pose.trainer.ExperimentData;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.DataSets;
import pose.trainer.data.ExcludeList;
import pose.trainer.data.KeptDataSet;
import pose.trainer.data.Purpose;
import pose.trainer.data.Selection;

/** Runs a study: every variant with every seed, one after the other, each finished run kept. */
public final class StudyRunner {

    /** As the trainer's default: people with fewer labelled parts teach little. */
    private static final int LEAST_PARTS = 6;

    private final Study study;
    private final Setting setting;
    private final StudyListener listener;
    private final RunStore store;

    public StudyRunner(Study study, Setting setting, StudyListener listener) {
        this.study = study;
        this.setting = setting;
        this.listener = listener;
        this.store = new RunStore(setting.out().resolve("runs"));
    }

    /**
     * Runs what is not kept yet.
     *
     * @param resume whether kept runs are taken; else all begin anew
     * @throws IllegalArgumentException where the setting does not fit the study, or a kept run is of another setting
     * @throws DataSetException where a data set cannot be read
     * @throws IOException where results cannot be written
     */
    public Results run(boolean resume) throws IOException, DataSetException, InterruptedException {
        DataSet training = new KeptDataSet(
                DataSets.open(
                        setting.training(),
                        Purpose.TRAINING,
                        new Selection(Optional.empty(), LEAST_PARTS, ExcludeList.NONE)),
                setting.pictures());
        DataSet validation = new KeptDataSet(
                DataSets.open(setting.validation(), Purpose.JUDGING, Selection.EVERYONE.in(training.skeleton())), 0);
        if (training.size() < setting.batch()) {
            throw new IllegalArgumentException(
                    "--batch is " + setting.batch() + "; the training set has only " + training.size() + " people");
        }
        ExperimentData data = new ExperimentData(training, validation);
        List<Variant> variants = study.variants(setting, training.skeleton().size());
        plan(variants, data);
        List<RunResult> results = new ArrayList<>();
        int runs = variants.size() * setting.seeds().size();
        for (Variant variant : variants) {
            for (long seed : setting.seeds()) {
                results.add(one(variant, seed, data, resume, results.size() + 1, runs));
            }
        }
        return new Results(training.name(), validation.name(), results);
    }

    /** Every run's experiment is read before the first begins: a mistake is told now, not after an hour. */
    private void plan(List<Variant> variants, ExperimentData data) {
        for (Variant variant : variants) {
            experiment(variant, setting.seeds().get(0), data);
        }
    }

    private RunResult one(Variant variant, long seed, ExperimentData data, boolean resume, int number, int runs)
            throws IOException, DataSetException, InterruptedException {
        Map<String, String> conditions = new LinkedHashMap<>(setting.conditions());
        conditions.put("experiment", setting.preset() + " " + setting.learningRate());
        conditions.putAll(variant.conditions());
        Optional<RunResult> kept =
                resume ? store.find(study.name(), variant.name(), seed, conditions) : Optional.empty();
        if (kept.isPresent()) {
            listener.done(number, runs, kept.get(), true);
            return kept.get();
        }
        listener.begins(number, runs, variant, seed);
        Experiment experiment = experiment(variant, seed, data);
        RunResult result = new SingleRun(study.name(), variant, experiment, conditions, data, listener).run();
        store.keep(result);
        listener.done(number, runs, result, false);
        return result;
    }

    private Experiment experiment(Variant variant, long seed, ExperimentData data) {
        long steps = (long) setting.epochs() * BatchLoader.steps(data.training().size(), setting.batch());
        String skeleton = data.training().skeleton().name();
        boolean machine = variant instanceof Variant.Machine;
        int stages = variant instanceof Variant.Machine m ? m.stages() : 1;
        Map<String, Object> keys = machine ? ((Variant.Machine) variant).keys() : Map.of();
        if (variant instanceof Variant.Regression regression) {
            keys = Map.of("learningRate", regression.learningRate());
        }
        return MachineExperiments.of(
                setting, skeleton, stages, keys, steps, seed, setting.out().resolve("work"));
    }
}
