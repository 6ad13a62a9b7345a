package pose.cpm;

/**
 * Where a Gaussian peak lies between the cells it was sampled at: its logarithm is a parabola, whose vertex three samples give
 * exactly, and two, at a map's edge, where its width is known.
 */
final class GaussianPeak {

    /** A value at and below which logarithms are noise's. */
    static final double FAINT = 1e-3;

    /** What stands for the value of a cell beyond the map's edge. */
    static final double BEYOND = Double.NEGATIVE_INFINITY;

    private GaussianPeak() {}

    /**
     * Cells from the highest cell to the peak along one axis, −0.5 to 0.5; a neighbour that is faint says nothing.
     *
     * @param sigma the peak's standard deviation in cells
     * @param before the value of the cell before, or {@link #BEYOND}
     * @param value the highest cell's, more than {@link #FAINT}
     * @param after the value of the cell after, or {@link #BEYOND}
     */
    static double offset(double sigma, double before, double value, double after) {
        boolean hasBefore = before > FAINT;
        boolean hasAfter = after > FAINT;
        double shift = 0;
        if (hasBefore && hasAfter) {
            double lb = Math.log(before);
            double lv = Math.log(value);
            double la = Math.log(after);
            double curvature = lb - 2 * lv + la;
            shift = curvature < -1e-6 ? 0.5 * (lb - la) / curvature : 0;
        } else if (hasAfter && before == BEYOND) {
            shift = 0.5 - sigma * sigma * (Math.log(value) - Math.log(after));
        } else if (hasBefore && after == BEYOND) {
            shift = sigma * sigma * (Math.log(value) - Math.log(before)) - 0.5;
        }
        return Math.max(-0.5, Math.min(0.5, shift));
    }
}
