package pose.trainer;

/** What one step showed, before it changed the weights. */
final class StepResult {

    private final float[] losses;
    private final double learntFrom;
    private final double relief;

    /**
     * @param losses each stage's up to the lesson's last, a picture
     * @param learntFrom sum of those that have a gradient
     * @param relief how far the peaks of the last learning stage's part maps stand out from their map's mean, on average
     */
    StepResult(float[] losses, double learntFrom, double relief) {
        this.losses = losses;
        this.learntFrom = learntFrom;
        this.relief = relief;
    }

    float[] losses() {
        return losses;
    }

    double learntFrom() {
        return learntFrom;
    }

    double relief() {
        return relief;
    }
}
