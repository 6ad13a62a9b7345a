package pose.trainer;

/**
 * A linear warm-up to the highest rate, and what comes after it.
 *
 * @param peak highest rate, more than 0
 * @param warmUp steps until it is reached
 * @param decay what comes after
 */
public record LearningRate(double peak, int warmUp, Decay decay) {

    /** Share of the highest rate that is left. */
    public sealed interface Decay {

        /**
         * The share at a step.
         *
         * @param step from 1, after the warm-up, which is counted
         */
        double share(int step, int warmUp);
    }

    /**
     * A cosine down to nothing (Loshchilov and Hutter, ICLR 2017).
     *
     * @param total steps in all
     */
    public record Cosine(int total) implements Decay {

        @Override
        public double share(int step, int warmUp) {
            double done = (double) (step - warmUp) / Math.max(1, total - warmUp);
            return 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
        }
    }

    /**
     * Drops, as the authors of the paper trained.
     *
     * @param factor of a drop, more than 0, at most 1
     * @param every steps from one drop to the next, at least 1
     */
    public record Drops(double factor, int every) implements Decay {

        @Override
        public double share(int step, int warmUp) {
            return Math.pow(factor, Math.floorDiv(step - 1, every));
        }
    }

    /**
     * The rates of one lesson.
     *
     * @param epochs of the lesson
     */
    public static LearningRate of(Experiment experiment, int stepsPerEpoch, int epochs) {
        Decay decay = switch (experiment.schedule()) {
            case COSINE -> new Cosine(stepsPerEpoch * epochs);
            case DROPS -> new Drops(experiment.dropFactor(), Math.max(1, experiment.dropEpochs() * stepsPerEpoch));
        };
        return new LearningRate(experiment.learningRate(), experiment.warmUpSteps(), decay);
    }

    /** The rate of step {@code step}, from 1. */
    public float at(int step) {
        return (float) (step <= warmUp ? peak * step / warmUp : peak * decay.share(step, warmUp));
    }
}
