package pose.trainer.experiment;

import pose.trainer.TrainingListener;

/** Hears how a study goes. */
public interface StudyListener {

    /**
     * A run begins.
     *
     * @param number of the run, from 1
     * @param runs in all
     */
    void begins(int number, int runs, Variant variant, long seed);

    /** The run under way took a step. */
    void stepped(TrainingListener.Progress progress);

    /**
     * A run is done.
     *
     * @param kept whether it was done before, and its result was only read
     */
    void done(int number, int runs, RunResult result, boolean kept);
}
