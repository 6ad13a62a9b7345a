package pose.trainer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pose.trainer.judging.Figures;

/** Hears how training goes. */
public interface TrainingListener {

    /**
     * After every step.
     *
     * @param progress where the run stands
     */
    void stepped(Progress progress);

    /**
     * Before every step: who wants to see its gradients. Reading them costs a copy, so do it now and then.
     *
     * @param epoch from 0
     * @param step in the epoch, from 1
     * @param steps in the epoch
     */
    default GradientObserver gradients(int epoch, int step, int steps) {
        return GradientObserver.NONE;
    }

    /**
     * After every epoch's validation.
     *
     * @param epoch from 0
     * @param best whether no epoch of this lesson before was as good
     */
    void judged(int epoch, Figures pck, boolean best);

    /**
     * One step's figures.
     *
     * @param epoch from 0
     * @param step in the epoch, from 1
     * @param steps in the epoch
     * @param losses the loss, a picture, of each stage up to the last that learns
     * @param picturesPerSecond since this run began or resumed, validation left out
     * @param waiting share of that time the network waited for a batch, 0 to 1
     * @param ahead what is left of the whole run, where it can be told
     */
    record Progress(
            int epoch,
            int step,
            int steps,
            List<Double> losses,
            double picturesPerSecond,
            double waiting,
            Optional<Ahead> ahead) {

        public Progress {
            losses = List.copyOf(losses);
        }

        /** A step of a run whose end is not known. */
        public Progress(int epoch, int step, int steps, List<Double> losses, double picturesPerSecond, double waiting) {
            this(epoch, step, steps, losses, picturesPerSecond, waiting, Optional.empty());
        }
    }

    /**
     * What is left of a run.
     *
     * @param done share of the work of the whole run, 0 to 1; work is pixels learnt from
     * @param left estimate of the time
     */
    record Ahead(double done, Duration left) {}

    /** After the last epoch. */
    default void finished(Summary summary) {}

    /**
     * A whole run, or what was left of it when it resumed.
     *
     * @param took from its begin to its end, validation counted
     * @param bestEpoch from 0; the one whose weights are handed on
     * @param waiting share of the time of learning that the network waited for a batch, 0 to 1
     */
    record Summary(Duration took, int bestEpoch, double waiting) {}
}
