package pose.trainer.labels;

/**
 * How large a measure is in a data set before it is hard to believe: Tukey's outer fence, the third quartile plus three
 * times the distance between the quartiles (Exploratory Data Analysis, 1977). As it is made of quartiles, up to a quarter
 * of the values may be wrong without moving it much.
 *
 * @param value above 0; what lies beyond is suspicious
 */
record Fence(double value) {

    /** Too few values say nothing of what is usual. */
    private static final int FEWEST = 20;

    private static final double OUTER = 3;

    /**
     * The fence of these values.
     *
     * @param least what is believable in any data set; where values are few, or all but equal, the fence is here
     */
    static Fence of(double[] values, double least) {
        if (values.length < FEWEST) {
            return new Fence(least);
        }
        double first = Numbers.quantile(values, 0.25);
        double third = Numbers.quantile(values, 0.75);
        return new Fence(Math.max(least, third + OUTER * (third - first)));
    }

    /** A measure in fences: above 1 is suspicious. */
    double score(double measure) {
        return measure / value;
    }
}
