package pose.trainer;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Estimates how long a run will still take from what it took so far: a step's work is in proportion to its pixels. */
final class RemainingWork {

    private final Experiment experiment;
    private final int steps;
    private final LongSupplier nanoTime;
    private final double all;
    private double firstDone = -1;
    private long began;

    /** @param steps of an epoch */
    RemainingWork(Experiment experiment, int steps, LongSupplier nanoTime) {
        this.experiment = experiment;
        this.steps = steps;
        this.nanoTime = nanoTime;
        this.all = work(experiment.epochs(), 0);
    }

    /**
     * What is left after a step.
     *
     * @param epoch from 0
     * @param step of it, from 1
     */
    TrainingListener.Ahead ahead(int epoch, int step) {
        double done = work(epoch, step);
        if (firstDone < 0) {
            // A resumed run has done work that took no time of this one's.
            firstDone = done;
            began = nanoTime.getAsLong();
        }
        double since = done - firstDone;
        double nanosForAll = since == 0 ? 0 : (nanoTime.getAsLong() - began) / since;
        return new TrainingListener.Ahead(done / all, Duration.ofNanos((long) (nanosForAll * (all - done))));
    }

    private double work(int epochs, int step) {
        double work = 0;
        for (int e = 0; e < epochs; e++) {
            work += steps * pixels(e);
        }
        return step == 0 ? work : work + step * pixels(epochs);
    }

    private double pixels(int epoch) {
        double side = experiment.phase(epoch).inputSize();
        return side * side;
    }
}
