package pose.trainer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import pose.cpm.network.Architecture;
import pose.cpm.network.Task;

/**
 * Watches one lesson at one input size for the two ways in which training comes to nothing: a loss that is no number or
 * leaves its course for good, and belief maps that stay flat at the background.
 */
final class Watchdog {

    /** Losses that the running median is taken over. */
    private static final int WINDOW = 51;
    /** How many times the lowest running median so far a loss must be to be out of course. */
    private static final double EXPLODED = 10;
    /** How many steps it must be so: one bad batch is no divergence. */
    private static final int STEPS_OUT_OF_COURSE = 5;

    private final double flatRelief;
    private final int warmUp;
    private final int flatSteps;
    private final Deque<Double> losses = new ArrayDeque<>();
    private double lowestMedian = Double.POSITIVE_INFINITY;
    private int outOfCourse;
    private int flat;

    /**
     * @param architecture what learns: a peak of its ideal maps smeared over all of a map is what flat means, so that a
     *     network which knows no more than where parts usually are is above it
     * @param warmUp steps in which maps may be flat
     * @param flatSteps how many steps after them maps may be flat; 0: for ever
     */
    Watchdog(Architecture architecture, int warmUp, int flatSteps) {
        double cells = (double) architecture.grid().area() * partChannels(architecture) / architecture.parts();
        flatRelief = 2 * Math.PI * architecture.sigma() * architecture.sigma() / cells;
        this.warmUp = warmUp;
        this.flatSteps = flatSteps;
    }

    /** How many channels at the beginning of a stage's output show where parts are. */
    static int partChannels(Architecture architecture) {
        return architecture.parts() * (architecture.task() == Task.LOCATOR ? Task.PHASES : 1);
    }

    /** Whether nothing out of the ordinary was seen at the last step: weights worth keeping. */
    boolean isCalm() {
        return outOfCourse == 0 && flat == 0;
    }

    /**
     * Looks at a step.
     *
     * @param where epoch and step, for messages
     * @param number of the step in the lesson, from 1
     * @throws TrainingFailure where it is time to stop
     */
    void look(String where, int number, StepResult result) {
        double loss = result.learntFrom();
        if (!Double.isFinite(loss)) {
            throw diverged(where, "the loss is " + loss);
        }
        lookAtCourse(where, loss);
        flat = number > warmUp && result.relief() < flatRelief ? flat + 1 : 0;
        if (flatSteps > 0 && flat >= flatSteps) {
            throw new TrainingFailure(String.format(
                    Locale.ROOT,
                    "training collapsed at %s: for %d steps the last stage's belief maps have been flat, peaks %.4f above"
                            + " their mean (less than %.4f is flat, ideal is about 1); change learningRate, warmUpSteps, peakWeight or the seed, or"
                            + " give it longer with flatSteps",
                    where,
                    flat,
                    result.relief(),
                    flatRelief));
        }
    }

    private void lookAtCourse(String where, double loss) {
        if (loss > EXPLODED * lowestMedian) {
            outOfCourse++;
        } else {
            outOfCourse = 0;
        }
        if (outOfCourse >= STEPS_OUT_OF_COURSE) {
            throw diverged(
                    where,
                    String.format(
                            Locale.ROOT,
                            "for %d steps the loss has been more than %.0f times its running median of %.3f, now %.3f",
                            outOfCourse,
                            EXPLODED,
                            lowestMedian,
                            loss));
        }
        losses.addLast(loss);
        if (losses.size() > WINDOW) {
            losses.removeFirst();
        }
        double[] sorted = losses.stream().mapToDouble(l -> l).sorted().toArray();
        lowestMedian = Math.min(lowestMedian, sorted[sorted.length / 2]);
    }

    private static TrainingFailure diverged(String where, String seen) {
        return new TrainingFailure(
                "training diverged at " + where + ": " + seen + "; lower learningRate, raise warmUpSteps, or set clip");
    }
}
