package pose.trainer.judging;

import java.util.Optional;
import pose.skeleton.Point;

/**
 * One part of one person, as every metric takes it.
 *
 * @param truth where it is, in pixels; absent where it is not labelled: then no metric counts it
 * @param predicted where it was found, in the same pixels; absent where it was not: then it is wrong, never skipped
 * @param scale the length in pixels that makes distances comparable: torso or head; more than 0
 */
public record JudgedPart(Optional<Point> truth, Optional<Point> predicted, double scale) {

    /**
     * Decimal fractions are no exact doubles: 0.29 × 100 is a little less than 29, and a distance of exactly that much
     * still counts.
     */
    private static final double ROUNDING = 1 + 1e-9;

    public JudgedPart {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale is " + scale + "; it must be a length of more than 0 pixels");
        }
        truth.ifPresent(JudgedPart::requireFinite);
        predicted.ifPresent(JudgedPart::requireFinite);
    }

    private static void requireFinite(Point point) {
        if (!Double.isFinite(point.x()) || !Double.isFinite(point.y())) {
            throw new IllegalArgumentException("a part is at " + point + "; both coordinates must be numbers");
        }
    }

    boolean isLabelled() {
        return truth.isPresent();
    }

    /** Whether a labelled part was found no further away than {@code reach} pixels; exactly so far counts. */
    boolean isWithin(double reach) {
        return predicted.isPresent() && predicted.get().distanceTo(truth.orElseThrow()) <= reach * ROUNDING;
    }
}
