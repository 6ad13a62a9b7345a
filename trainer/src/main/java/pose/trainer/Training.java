package pose.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.judging.Evaluation;
import pose.trainer.judging.Figures;

/**
 * One run of an experiment: epochs of steps, a validation after each, checkpoints, and the best network kept.
 *
 * <p>The run's folder holds {@code last.checkpoint}, {@code best.checkpoint}, {@code curve.csv} (one line an epoch) and
 * {@code experiment.yaml}, every key resolved.
 */
public final class Training {

    /** PCK@0.2 decides which epoch is the best. */
    private static final double ALPHA = 0.2;

    private static final String LAST = "last.checkpoint";
    private static final String BEST = "best.checkpoint";

    private final Experiment experiment;
    private final ExperimentData data;
    private final TrainingListener listener;

    public Training(Experiment experiment, ExperimentData data, TrainingListener listener) {
        this.experiment = experiment;
        this.data = data;
        this.listener = listener;
    }

    /** The trained network, its batch normalisation folded, and how it was judged. */
    @FunctionalInterface
    public interface Result<T> {
        T take(ConvolutionalPoseMachine network, Figures pck, String engine) throws IOException;
    }

    /**
     * Trains to the end and hands the best network over, which is gone when {@code result} returns.
     *
     * @param resume whether to go on from the run's last checkpoint, where there is one
     * @throws IOException where the run's folder cannot be written or a checkpoint read
     */
    public <T> T run(boolean resume, Result<T> result) throws IOException, DataSetException, InterruptedException {
        Path folder = experiment.run();
        Files.createDirectories(folder);
        Path last = folder.resolve(LAST);
        Files.writeString(folder.resolve("experiment.yaml"), experiment.toYaml());
        Checkpoint.Resumed from = resume && Files.exists(last) ? Checkpoint.read(last, experiment) : begin();
        try (NetworkTrainer trainer = from.trainer()) {
            train(trainer, from.checkpoint(), folder);
        }
        try (NetworkTrainer trainer =
                Checkpoint.read(folder.resolve(BEST), experiment).trainer()) {
            return result.take(trainer.result().folded(trainer.manager()), judge(trainer), trainer.engine());
        }
    }

    private Checkpoint.Resumed begin() throws IOException {
        Path start = experiment.start();
        NetworkTrainer trainer =
                start == null ? NetworkTrainer.begin(experiment) : Checkpoint.beginAt(start, experiment);
        return new Checkpoint.Resumed(new Checkpoint(0, 0, -1), trainer);
    }

    private void train(NetworkTrainer trainer, Checkpoint from, Path folder)
            throws IOException, DataSetException, InterruptedException {
        Checkpoint at = from;
        LearningCurve curve = LearningCurve.open(folder.resolve("curve.csv"), at.epoch());
        Clock clock = new Clock();
        for (int epoch = at.epoch(); epoch < experiment.epochs(); epoch++) {
            float[] losses = epoch(trainer, epoch, at, folder.resolve(LAST), clock);
            Figures pck = judge(trainer);
            boolean isBest = pck.mean().orElse(0) > at.best();
            at = new Checkpoint(epoch + 1, 0, Math.max(at.best(), pck.mean().orElse(0)));
            if (isBest) {
                at.write(folder.resolve(BEST), trainer);
            }
            at.write(folder.resolve(LAST), trainer);
            curve.add(epoch, experiment.phase(epoch).inputSize(), losses, pck);
            listener.judged(epoch, pck, isBest);
        }
    }

    private float[] epoch(NetworkTrainer trainer, int epoch, Checkpoint from, Path file, Clock clock)
            throws IOException, DataSetException, InterruptedException {
        Architecture architecture = experiment.architecture(experiment.phase(epoch));
        DataSet training = data.training();
        int steps = BatchLoader.steps(training.size(), experiment.batch());
        LearningRate rate =
                new LearningRate(experiment.learningRate(), experiment.warmUpSteps(), steps * experiment.epochs());
        BatchMaker maker =
                new BatchMaker(training, experiment.augmentation(), experiment.peakWeight(), experiment.seed());
        float[] sums = new float[experiment.stages()];
        int step = from.step();
        int counted = 0;
        long saved = System.nanoTime();
        try (BatchLoader<Batch> loader = new BatchLoader<>(
                indices -> maker.make(indices, epoch, architecture),
                training.size(),
                experiment.batch(),
                experiment.seed(),
                epoch,
                step,
                experiment.loaders())) {
            for (Optional<Batch> batch = clock.waiting(loader); batch.isPresent(); batch = clock.waiting(loader)) {
                step++;
                int number = epoch * steps + step;
                float[] losses = trainer.step(batch.get(), number, rate.at(number));
                counted++;
                for (int t = 0; t < sums.length; t++) {
                    sums[t] += losses[t];
                }
                requireFinite(losses, epoch, step);
                clock.stepped(experiment.batch());
                listener.stepped(new TrainingListener.Progress(
                        epoch, step, steps, toList(losses), clock.picturesPerSecond(), clock.waitingShare()));
                if ((System.nanoTime() - saved) / 60e9 > experiment.checkpointMinutes()) {
                    new Checkpoint(epoch, step, from.best()).write(file, trainer);
                    saved = System.nanoTime();
                }
            }
        }
        for (int t = 0; t < sums.length; t++) {
            sums[t] /= Math.max(1, counted);
        }
        return sums;
    }

    private Figures judge(NetworkTrainer trainer) throws DataSetException {
        return new Evaluation(data.validation(), ALPHA).judge(trainer::estimate);
    }

    private static List<Double> toList(float[] losses) {
        List<Double> list = new ArrayList<>(losses.length);
        for (float loss : losses) {
            list.add((double) loss);
        }
        return list;
    }

    private static void requireFinite(float[] losses, int epoch, int step) {
        for (float loss : losses) {
            if (!Float.isFinite(loss)) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "training diverged at epoch %d, step %d: loss is %s; lower learningRate or raise warmUpSteps",
                        epoch,
                        step,
                        loss));
            }
        }
    }

    /** How long steps take, and how much of it is waiting for batches. */
    private static final class Clock {

        private final long began = System.nanoTime();
        private long waited;
        private long pictures;

        Optional<Batch> waiting(BatchLoader<Batch> loader) throws DataSetException, InterruptedException {
            long from = System.nanoTime();
            Optional<Batch> batch = loader.next();
            waited += System.nanoTime() - from;
            return batch;
        }

        void stepped(int batch) {
            pictures += batch;
        }

        double picturesPerSecond() {
            return pictures * 1e9 / (System.nanoTime() - began);
        }

        double waitingShare() {
            return (double) waited / (System.nanoTime() - began);
        }
    }
}
