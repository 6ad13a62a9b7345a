package pose.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.trainer.data.DataSetException;
import pose.trainer.judging.Figures;

/**
 * One run of an experiment: epochs of steps, a validation after each, checkpoints, and the best network kept.
 *
 * <p>The run's folder holds {@code last.checkpoint}, {@code best.checkpoint}, {@code curve.csv} (one line an epoch) and
 * {@code experiment.yaml}, every key resolved.
 */
public final class Training {

    private static final String LAST = "last.checkpoint";
    private static final String BEST = "best.checkpoint";

    private final Experiment experiment;
    private final Material data;
    private final TrainingListener listener;

    public Training(Experiment experiment, Material data, TrainingListener listener) {
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
     * @throws IllegalArgumentException where the run cannot resume under this experiment, see {@link Resumption}
     * @throws TrainingFailure where it learns nothing any more
     */
    public <T> T run(boolean resume, Result<T> result) throws IOException, DataSetException, InterruptedException {
        long began = System.nanoTime();
        Path folder = experiment.run();
        Files.createDirectories(folder);
        Path last = folder.resolve(LAST);
        boolean goesOn = resume && Files.exists(last);
        Path yaml = folder.resolve("experiment.yaml");
        if (goesOn && Files.exists(yaml)) {
            Resumption.check(
                    Experiment.read(yaml),
                    experiment,
                    yaml,
                    Checkpoint.read(last).epoch());
        }
        Files.writeString(yaml, experiment.toYaml());
        Checkpoint.Resumed from = goesOn ? Checkpoint.read(last, experiment) : begin();
        try (NetworkTrainer trainer = from.trainer()) {
            double waiting = train(trainer, from.checkpoint(), folder);
            int best = Checkpoint.read(folder.resolve(BEST)).epoch() - 1;
            listener.finished(new TrainingListener.Summary(Duration.ofNanos(System.nanoTime() - began), best, waiting));
        }
        try (NetworkTrainer trainer =
                Checkpoint.read(folder.resolve(BEST), experiment).trainer()) {
            return result.take(trainer.result().folded(trainer.manager()), data.judge(trainer), trainer.engine());
        }
    }

    private Checkpoint.Resumed begin() throws IOException {
        Path start = experiment.start();
        NetworkTrainer trainer =
                start == null ? NetworkTrainer.begin(experiment) : Checkpoint.beginAt(start, experiment);
        return new Checkpoint.Resumed(Checkpoint.START, trainer);
    }

    /** @return share of the time that was spent waiting for batches */
    private double train(NetworkTrainer trainer, Checkpoint from, Path folder)
            throws IOException, DataSetException, InterruptedException {
        Checkpoint at = from;
        LearningCurve curve = LearningCurve.open(folder.resolve(LearningCurve.FILE), at.epoch(), data.figure());
        EpochRun run = new EpochRun(experiment, data, trainer, listener, folder.resolve(LAST));
        Course course = experiment.course();
        for (int epoch = at.epoch(); epoch < experiment.epochs(); epoch++) {
            Lesson lesson = course.at(epoch);
            boolean isNew = epoch == lesson.firstEpoch() && at.step() == 0;
            if (isNew) {
                // Stages that have yet to learn would be judged against those that have: each lesson has its own best.
                at = at.withoutBest();
            }
            trainer.teach(lesson, isNew);
            List<Double> losses = run.run(lesson, at);
            Figures pck = data.judge(trainer);
            double figure = pck.mean().orElse(0);
            boolean isBest = figure > at.best();
            at = new Checkpoint(epoch + 1, 0, Math.max(at.best(), figure));
            if (isBest) {
                at.write(folder.resolve(BEST), trainer);
            }
            if (run.isWell()) {
                at.write(folder.resolve(LAST), trainer);
            }
            curve.add(epoch, experiment.phase(epoch).inputSize(), losses, pck);
            listener.judged(epoch, pck, isBest);
        }
        return run.waitingShare();
    }
}
