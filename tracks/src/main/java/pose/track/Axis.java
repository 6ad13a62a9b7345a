package pose.track;

/**
 * One quantity that changes at a nearly constant rate: a Kalman filter of place and velocity, driven by white noise in
 * the acceleration (Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation, 2001, section
 * 6.2). The velocity fades while nobody sees it. In
 * single precision, so that it is the same before and after it was written down.
 *
 * @param place in any unit
 * @param velocity per second
 * @param placeVariance of the estimate of the place
 * @param covariance of both
 * @param velocityVariance of the estimate of the velocity
 */
record Axis(float place, float velocity, float placeVariance, float covariance, float velocityVariance) {

    /** Time constant of a velocity that nobody sees any more, seconds: nobody runs straight on for long. */
    private static final double TIRE = 1;

    /** Seen once: where, but not how fast. */
    static Axis first(double place, double placeVariance, double velocityVariance) {
        return new Axis((float) place, 0, (float) placeVariance, 0, (float) velocityVariance);
    }

    /**
     * Some time later, unseen.
     *
     * @param seconds below 0 for a time before
     * @param agility power of the acceleration's noise, units² a second³
     */
    Axis after(double seconds, double agility) {
        double t = Math.abs(seconds);
        double run = TIRE * (1 - Math.exp(-t / TIRE)) * Math.signum(seconds);
        double fade = Math.exp(-t / TIRE);
        return new Axis(
                (float) (place + velocity * run),
                (float) (velocity * fade),
                (float) (placeVariance + 2 * run * covariance + run * run * velocityVariance + agility * t * t * t / 3),
                (float) (covariance * fade
                        + run * fade * velocityVariance
                        + agility * t * t / 2 * Math.signum(seconds)),
                (float) (velocityVariance * fade * fade + agility * t));
    }

    /** The same held at the ends of a range, and there at rest. */
    Axis within(double least, double most) {
        if (place >= least && place <= most) {
            return this;
        }
        double held = Math.max(least, Math.min(most, place));
        return new Axis((float) held, 0, placeVariance, covariance, velocityVariance);
    }

    /** With one more measurement, of this variance. */
    Axis seen(double measured, double variance) {
        double doubt = placeVariance + variance;
        double placeGain = placeVariance / doubt;
        double velocityGain = covariance / doubt;
        double surprise = measured - place;
        return new Axis(
                (float) (place + placeGain * surprise),
                (float) (velocity + velocityGain * surprise),
                (float) ((1 - placeGain) * placeVariance),
                (float) ((1 - placeGain) * covariance),
                (float) (velocityVariance - velocityGain * covariance));
    }

    /** The variance of the next measurement around {@link #place}, given its own. */
    double doubt(double variance) {
        return placeVariance + variance;
    }

    /** In another unit, {@code factor} of which make one of this. */
    Axis scaled(double factor) {
        double squared = factor * factor;
        return new Axis(
                (float) (place * factor),
                (float) (velocity * factor),
                (float) (placeVariance * squared),
                (float) (covariance * squared),
                (float) (velocityVariance * squared));
    }
}
