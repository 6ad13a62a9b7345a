package pose.app.bench;

/**
 * The least-squares line through readings over time.
 *
 * @param slope what is gained a minute
 * @param standardError of the slope, from how far the readings are off the line; NaN for fewer than three
 * @param readings how many
 */
record Trend(double slope, double standardError, int readings) {

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
        double residual = 0;
        for (int i = from; i < minutes.length; i++) {
            double off = values[i] - mean - slope * (minutes[i] - meanTime);
            residual += off * off;
        }
        double error = count < 3 || square == 0 ? Double.NaN : Math.sqrt(residual / (count - 2) / square);
        return new Trend(slope, error, count);
    }

    private static double mean(double[] values, int from) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i];
        }
        return sum / (values.length - from);
    }

    /** Whether nothing is gained that the readings' scatter would not explain: within two standard errors of 0. */
    boolean isFlat() {
        return slope <= 2 * standardError || slope <= 0;
    }
}
