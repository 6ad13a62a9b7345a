package pose.trainer.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pose.cpm.Network;
import pose.cpm.TestTimeEstimator;
import pose.cpm.TestTimeViews;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.trainer.Experiment;
import pose.trainer.ExperimentData;
import pose.trainer.Training;
import pose.trainer.TrainingListener;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.experiment.baseline.MeanPose;
import pose.trainer.experiment.baseline.RegressionTraining;
import pose.trainer.judging.DataSetRun;
import pose.trainer.judging.Evaluated;
import pose.trainer.judging.Evaluation;
import pose.trainer.judging.Figures;
import pose.trainer.judging.Pck;

/** One variant with one seed, from its first step to its result. */
final class SingleRun {

    private static final double ALPHA = 0.2;

    private final String study;
    private final Variant variant;
    private final Experiment experiment;
    private final Map<String, String> conditions;
    private final ExperimentData data;
    private final StudyListener listener;
    private final long began = System.nanoTime();

    SingleRun(
            String study,
            Variant variant,
            Experiment experiment,
            Map<String, String> conditions,
            ExperimentData data,
            StudyListener listener) {
        this.study = study;
        this.variant = variant;
        this.experiment = experiment;
        this.conditions = conditions;
        this.data = data;
        this.listener = listener;
    }

    RunResult run() throws IOException, DataSetException, InterruptedException {
        if (variant instanceof Variant.Machine machine) {
            return machine(machine);
        }
        return variant instanceof Variant.Regression regression ? regression(regression) : mean();
    }

    private RunResult machine(Variant.Machine machine) throws IOException, DataSetException, InterruptedException {
        EpochNotes notes = new EpochNotes(listener, machine.observed());
        List<Double> stages = new ArrayList<>();
        List<Facts> facts = new ArrayList<>();
        Figures best = new Training(experiment, data, notes).run(false, (network, pck, engine) -> {
            Architecture architecture = network.architecture();
            try {
                stages.addAll(byStage(network));
            } catch (DataSetException e) {
                throw new IOException(e.getMessage(), e);
            }
            facts.add(facts(
                    network.weightCount(),
                    architecture.multiplyAdds(),
                    architecture.receptiveField(architecture.stages()),
                    notes.steps()));
            return pck;
        });
        delete(experiment.run());
        return result(facts.get(0), notes.epochs(), best, stages);
    }

    /** PCK@0.2 after each stage, per cent, of one plain look a person. */
    private List<Double> byStage(ConvolutionalPoseMachine trained) throws DataSetException {
        DataSet validation = data.validation();
        try (Network network = Network.over(trained)) {
            TestTimeEstimator estimator = new TestTimeEstimator(network, validation.skeleton(), TestTimeViews.SINGLE);
            Evaluated evaluated = new DataSetRun(validation)
                    .run(people -> estimator.look(people).posesByStage());
            return IntStream.range(0, network.architecture().stages())
                    .mapToObj(t ->
                            new Pck(ALPHA).judge(evaluated.byTorso(t)).mean().orElse(0))
                    .toList();
        }
    }

    private RunResult regression(Variant.Regression regression) throws DataSetException, InterruptedException {
        List<EpochResult> epochs = new ArrayList<>();
        List<Figures> judged = new ArrayList<>();
        long[] steps = {0};
        RegressionTraining.Listener notes = new RegressionTraining.Listener() {
            @Override
            public void stepped(TrainingListener.Progress progress) {
                steps[0]++;
                listener.stepped(progress);
            }

            @Override
            public void judged(
                    double loss, Figures pck, Map<String, float[]> weights, Map<String, Double> zeroActivations) {
                List<LayerWeights> layers = new ArrayList<>();
                weights.forEach((layer, values) ->
                        layers.add(LayerWeights.of(layer, values, zeroActivations.getOrDefault(layer, Double.NaN))));
                epochs.add(new EpochResult(List.of(loss), pck.mean().orElse(0), List.of(), layers));
                judged.add(pck);
            }
        };
        new RegressionTraining(regression.architecture(), experiment, data, notes).run();
        Figures best = judged.stream()
                .max(Comparator.comparingDouble(f -> f.mean().orElse(0)))
                .orElseThrow();
        // Fully connected: every output depends on the whole input.
        Facts facts = facts(
                regression.architecture().parameters(),
                regression.architecture().multiplyAdds(),
                regression.architecture().inputSize(),
                steps[0]);
        return result(facts, epochs, best, List.of());
    }

    private RunResult mean() throws DataSetException {
        MeanPose mean = MeanPose.of(data.training());
        Figures pck = new Evaluation(data.validation(), ALPHA).judge(mean::estimate);
        return result(facts(2L * data.training().skeleton().size(), 0, 0, 0), List.of(), pck, List.of());
    }

    private Facts facts(long parameters, long multiplyAdds, int receptiveField, long steps) {
        return new Facts(
                parameters,
                multiplyAdds,
                receptiveField,
                steps,
                steps * experiment.batch(),
                (System.nanoTime() - began) / 1e9);
    }

    private RunResult result(Facts facts, List<EpochResult> epochs, Figures best, List<Double> stages) {
        return new RunResult(
                study,
                variant.name(),
                experiment.seed(),
                conditions,
                facts,
                epochs,
                best.mean().orElse(0),
                stages,
                best.parts());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
