package pose.trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.cpm.network.Architecture;
import pose.trainer.data.DataSetException;

/** The steps of one epoch after the other, with a checkpoint now and then. */
final class EpochRun {

    private final Experiment experiment;
    private final Material training;
    private final NetworkTrainer trainer;
    private final TrainingListener listener;
    private final Path checkpoints;
    private final BatchMaking maker;
    private final int steps;
    private final StopWatch watch = new StopWatch();
    private @Nullable Stretch stretch;
    private Watchdog watchdog;
    private final RemainingWork work;

    /** Epochs whose losses can be compared. */
    private record Stretch(Lesson lesson, int inputSize) {}

    /** @param checkpoints the file they go to */
    EpochRun(
            Experiment experiment,
            Material training,
            NetworkTrainer trainer,
            TrainingListener listener,
            Path checkpoints) {
        this.experiment = experiment;
        this.training = training;
        this.trainer = trainer;
        this.listener = listener;
        this.checkpoints = checkpoints;
        maker = training.batches(experiment);
        steps = BatchLoader.steps(training.pictures(), experiment.batch());
        watchdog = watchdog(experiment.phase(0));
        work = new RemainingWork(experiment, steps, System::nanoTime);
    }

    private Watchdog watchdog(Experiment.Phase phase) {
        return new Watchdog(experiment.architecture(phase), experiment.warmUpSteps(), experiment.flatSteps());
    }

    /**
     * Runs the steps that are left of an epoch.
     *
     * @param from where the run stands
     * @return the mean loss of each stage up to the lesson's last
     */
    List<Double> run(Lesson lesson, Checkpoint from) throws IOException, DataSetException, InterruptedException {
        int epoch = from.epoch();
        Stretch now = new Stretch(lesson, experiment.phase(epoch).inputSize());
        if (!now.equals(stretch)) {
            stretch = now;
            watchdog = watchdog(experiment.phase(epoch));
        }
        int before = (epoch - lesson.firstEpoch()) * steps;
        LearningRate rate = LearningRate.of(experiment, steps, lesson.epochs());
        double[] sums = new double[lesson.to()];
        int step = from.step();
        long saved = System.nanoTime();
        watch.begin();
        try (BatchLoader<Batch> loader = loader(epoch, step)) {
            for (Optional<Batch> batch = watch.next(loader); batch.isPresent(); batch = watch.next(loader)) {
                step++;
                int number = before + step;
                GradientObserver observer = listener.gradients(epoch, step, steps);
                StepResult result = trainer.step(batch.get(), number, rate.at(number), observer);
                float[] losses = result.losses();
                watchdog.look("epoch " + (epoch + 1) + ", step " + step, number, result);
                for (int t = 0; t < sums.length; t++) {
                    sums[t] += losses[t];
                }
                watch.stepped(experiment.batch());
                listener.stepped(new TrainingListener.Progress(
                        epoch,
                        step,
                        steps,
                        toList(losses),
                        watch.picturesPerSecond(),
                        watch.waitingShare(),
                        Optional.of(work.ahead(epoch, step))));
                boolean isDue = (System.nanoTime() - saved) / 60e9 > experiment.checkpointMinutes();
                if (isDue && isWell()) {
                    new Checkpoint(epoch, step, from.best()).write(checkpoints, trainer);
                    saved = System.nanoTime();
                }
            }
        }
        if (!trainer.isFinite()) {
            throw new TrainingFailure("training diverged at the end of epoch " + (epoch + 1)
                    + ": a weight is no number; lower learningRate, raise warmUpSteps, or set clip");
        }
        List<Double> means = new ArrayList<>();
        for (double sum : sums) {
            means.add(sum / Math.max(1, step - from.step()));
        }
        return means;
    }

    /** Whether the weights are worth keeping: those of a run that goes wrong do not take the place of good ones. */
    boolean isWell() {
        return watchdog.isCalm() && trainer.isFinite();
    }

    double waitingShare() {
        return watch.waitingShare();
    }

    private BatchLoader<Batch> loader(int epoch, int step) {
        Architecture architecture = experiment.architecture(experiment.phase(epoch));
        return new BatchLoader<>(
                indices -> maker.make(indices, epoch, architecture),
                training.pictures(),
                experiment.batch(),
                experiment.seed(),
                epoch,
                step,
                experiment.loaders());
    }

    private static List<Double> toList(float[] losses) {
        List<Double> list = new ArrayList<>(losses.length);
        for (float loss : losses) {
            list.add((double) loss);
        }
        return list;
    }
}
