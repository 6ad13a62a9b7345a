package pose.trainer.experiment.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pose.cpm.EngineName;
import pose.cpm.Subject;
import pose.trainer.BatchLoader;
import pose.trainer.Experiment;
import pose.trainer.ExperimentData;
import pose.trainer.LearningRate;
import pose.trainer.TrainingListener;
import pose.trainer.TrainingViews;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Sample;
import pose.trainer.judging.Evaluation;
import pose.trainer.judging.Figures;

/**
 * Trains a regression as an experiment trains a pose machine: the same pictures in the same order, varied the same way,
 * the same steps, optimiser, learning rate and judging. Of the experiment's keys, those of the network and of belief maps
 * do not matter here.
 */
public final class RegressionTraining {

    private static final double ALPHA = 0.2;
    /** Validation pictures whose activations are looked at. */
    private static final int OBSERVED = 64;

    private final RegressionArchitecture architecture;
    private final Experiment experiment;
    private final ExperimentData data;
    private final Listener listener;

    public RegressionTraining(
            RegressionArchitecture architecture, Experiment experiment, ExperimentData data, Listener listener) {
        this.architecture = architecture;
        this.experiment = experiment;
        this.data = data;
        this.listener = listener;
    }

    /** Hears how it goes. */
    public interface Listener {

        /** After every step. */
        void stepped(TrainingListener.Progress progress);

        /**
         * After every epoch.
         *
         * @param loss mean over the epoch
         * @param pck on the validation set
         * @param weights by layer, input to output
         * @param zeroActivations share of zeros behind each ReLU, 0 to 1, by layer
         */
        void judged(double loss, Figures pck, Map<String, float[]> weights, Map<String, Double> zeroActivations);
    }

    /**
     * Trains to the end.
     *
     * @throws DataSetException where a picture cannot be read
     * @throws IllegalStateException where it diverges
     */
    public void run() throws DataSetException, InterruptedException {
        String engine = EngineName.named(experiment.engine()).forTraining();
        List<Subject> observed = observed();
        try (RegressionTrainer trainer =
                new RegressionTrainer(architecture, engine, experiment.seed(), (float) experiment.weightDecay())) {
            long began = System.nanoTime();
            for (int epoch = 0; epoch < experiment.epochs(); epoch++) {
                double loss = epoch(trainer, epoch, began);
                Figures pck = new Evaluation(data.validation(), ALPHA).judge(trainer::estimate);
                listener.judged(loss, pck, trainer.weights(), trainer.zeroActivations(observed));
            }
        }
    }

    private List<Subject> observed() throws DataSetException {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < Math.min(OBSERVED, data.validation().size()); i++) {
            Sample sample = data.validation().sample(i);
            subjects.add(new Subject(sample.picture(), sample.subjectBox()));
        }
        return subjects;
    }

    private double epoch(RegressionTrainer trainer, int epoch, long began)
            throws DataSetException, InterruptedException {
        int pictures = data.training().size();
        int steps = BatchLoader.steps(pictures, experiment.batch());
        LearningRate rate = LearningRate.of(experiment, steps, experiment.epochs());
        TrainingViews views = new TrainingViews(data.training(), experiment.augmentation(), experiment.seed());
        double sum = 0;
        int step = 0;
        try (BatchLoader<CoordinateBatch> loader = new BatchLoader<>(
                indices -> CoordinateBatch.make(views, indices, epoch, architecture),
                pictures,
                experiment.batch(),
                experiment.seed(),
                epoch,
                0,
                experiment.loaders())) {
            for (Optional<CoordinateBatch> batch = loader.next(); batch.isPresent(); batch = loader.next()) {
                step++;
                int number = epoch * steps + step;
                float loss = trainer.step(batch.get(), number, rate.at(number));
                requireFinite(loss, epoch, step);
                sum += loss;
                double perSecond = (double) number * experiment.batch() * 1e9 / (System.nanoTime() - began);
                listener.stepped(
                        new TrainingListener.Progress(epoch, step, steps, List.of((double) loss), perSecond, 0));
            }
        }
        return sum / Math.max(1, step);
    }

    private void requireFinite(float loss, int epoch, int step) {
        if (!Float.isFinite(loss)) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "training of %s diverged at epoch %d, step %d: loss is %s; lower the learning rate",
                    architecture.name(),
                    epoch + 1,
                    step,
                    loss));
        }
    }
}
