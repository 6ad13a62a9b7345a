package pose.trainer;

import java.util.List;
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
     */
    record Progress(int epoch, int step, int steps, List<Double> losses, double picturesPerSecond, double waiting) {

        public Progress {
            losses = List.copyOf(losses);
        }
    }
}
