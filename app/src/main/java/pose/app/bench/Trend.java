package pose.app.bench;

/**
 * The least-squares line through readings over time.
 *
 * <p>Readings of a process follow each other: what is above the line now mostly is so a moment later. The standard error
 * takes that into account by the first autocorrelation of what is off the line (Santer et al., J. Geophys. Res. 105, 2000,
 * section 2): so many readings tell no more than fewer independent ones would.
 *
 * @param slope what is gained a minute
 * @param standardError of the slope; NaN for fewer than four readings
 * @param readings how many
 */
record Trend(double slope, double standardError, int readings) {

    private static final int LEAST = 4;
    private static final double MOST_FOLLOWING = 0.99;

    /**
     * Draws it through the later half of the readings, when a process has found its size.
     *
     * @param minutes when each was taken
     * @param values as many
     */
    static Trend ofLaterHalf(double[] minutes, double[] values) {
        int from = minutes.length / 2;
        int count = minutes.length - from;
        double meanTime = mean(minutes, from);
        double mean = mean(values, from);
        double product = 0;
        double square = 0;
        for (int i = from; i < minutes.length; i++) {
            product += (minutes[i] - meanTime) * (values[i] - mean);
            square += (minutes[i] - meanTime) * (minutes[i] - meanTime);
        }
        double slope = square == 0 ? 0 : product / square;
        double[] off = new double[count];
        for (int i = 0; i < count; i++) {
            off[i] = values[from + i] - mean - slope * (minutes[from + i] - meanTime);
        }
        return new Trend(slope, standardError(off, square), count);
    }

    private static double standardError(double[] off, double square) {
        double residual = 0;
        double neighbours = 0;
        for (int i = 0; i < off.length; i++) {
            residual += off[i] * off[i];
            neighbours += i == 0 ? 0 : off[i - 1] * off[i];
        }
        if (off.length < LEAST || square == 0) {
            return Double.NaN;
        }
        // What is negative makes the error no smaller: that would be to trust a chance.
        double following = residual == 0 ? 0 : Math.max(0, Math.min(MOST_FOLLOWING, neighbours / residual));
        double independent = Math.max(LEAST, off.length * (1 - following) / (1 + following));
        return Math.sqrt(residual / (independent - 2) / square);
    }

    private static double mean(double[] values, int from) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i];
        }
        return sum / (values.length - from);
    }

    /** Whether nothing is gained that the readings' scatter would not explain: at most two standard errors. */
    boolean isFlat() {
        return slope <= 0 || slope <= 2 * standardError;
    }
}
