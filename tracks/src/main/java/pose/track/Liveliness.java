package pose.track;

/**
 * Whether someone plays: how far the parts have been from their mean places of the last seconds, in the person's own
 * extents. Unlike a length of path it does not grow with the keypoints' jitter. Running, squatting and swinging a club
 * count alike; sitting, standing and turning the head do not. A camera that turns moves everyone.
 *
 * <p>Immutable; the array never leaves.
 */
final class Liveliness {

    /** x and y of the mean place. */
    static final int VALUES_A_PART = 2;

    /** How far back it looks: time constant of an exponential window. */
    private static final double WINDOW_SECONDS = 3;

    /** A spread from which on someone plays, extents. */
    private static final double STARTS = 0.10;

    /** A spread below which someone plays no more. */
    private static final double STOPS = 0.05;

    /** More than this counts no more, so that who ran far stops playing as soon as who ran a little: about 10 s. */
    private static final double FARTHEST = 0.3;

    private final float[] means;
    private final float seconds;
    private final float variance;
    private final boolean plays;

    Liveliness(float[] means, float seconds, float variance, boolean plays) {
        this.means = means;
        this.seconds = seconds;
        this.variance = variance;
        this.plays = plays;
    }

    static Liveliness first(SteadyPose pose) {
        float[] means = new float[pose.parts() * VALUES_A_PART];
        for (int part = 0; part < pose.parts(); part++) {
            means[part * VALUES_A_PART] = (float) pose.x(part);
            means[part * VALUES_A_PART + 1] = (float) pose.y(part);
        }
        return new Liveliness(means, 0, 0, false);
    }

    /**
     * With one more pose.
     *
     * @param later seconds since the last
     * @param extent of the person, pixels
     */
    Liveliness seen(SteadyPose pose, double later, double extent) {
        if (pose.parts() != parts()) {
            return first(pose);
        }
        double age = seconds + later;
        double gain = age > 0 ? Math.max(1 - Math.exp(-later / WINDOW_SECONDS), later / (age + later)) : 0;
        float[] next = new float[means.length];
        double squares = 0;
        for (int part = 0; part < pose.parts(); part++) {
            int at = part * VALUES_A_PART;
            if (!Double.isFinite(means[at] + means[at + 1] + pose.x(part) + pose.y(part))) {
                next[at] = (float) pose.x(part);
                next[at + 1] = (float) pose.y(part);
                continue;
            }
            double right = pose.x(part) - means[at];
            double down = pose.y(part) - means[at + 1];
            double away = Math.hypot(right, down) / extent;
            double counted = Math.min(FARTHEST, away);
            squares += counted * counted;
            // The mean follows on a leash: who ran far is soon where they stand.
            double share = away > FARTHEST ? Math.max(gain, 1 - FARTHEST / away) : gain;
            next[at] = (float) (means[at] + share * right);
            next[at + 1] = (float) (means[at + 1] + share * down);
        }
        double square = pose.parts() == 0 ? 0 : squares / pose.parts();
        double spread = (1 - gain) * (variance + gain * square);
        double needed = plays ? STOPS : STARTS;
        return new Liveliness(next, (float) Math.min(age, WINDOW_SECONDS), (float) spread, spread >= needed * needed);
    }

    boolean plays() {
        return plays;
    }

    int parts() {
        return means.length / VALUES_A_PART;
    }

    float mean(int index) {
        return means[index];
    }

    float seconds() {
        return seconds;
    }

    float variance() {
        return variance;
    }

    Liveliness scaled(double factor) {
        float[] next = new float[means.length];
        for (int i = 0; i < means.length; i++) {
            next[i] = (float) (means[i] * factor);
        }
        return new Liveliness(next, seconds, variance, plays);
    }
}
