package pose.trainer;

/**
 * Linear warm-up, then a cosine down to nothing (Loshchilov and Hutter, ICLR 2017).
 *
 * @param peak highest rate, more than 0
 * @param warmUp steps until it is reached
 * @param total steps in all
 */
public record LearningRate(double peak, int warmUp, int total) {

    /** The rate of step {@code step}, from 1. */
    public float at(int step) {
        if (step <= warmUp) {
            return (float) (peak * step / warmUp);
        }
        double done = (double) (step - warmUp) / Math.max(1, total - warmUp);
        return (float) (peak * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done))));
    }
}
