package pose.trainer.crowd;

import java.util.List;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * An affine map from a picture's pixels to a canvas's: x' = a x + b y + c, y' = d x + e y + f.
 */
record Placing(double a, double b, double c, double d, double e, double f) {

    /**
     * The map that takes point {@code from} to {@code to}.
     *
     * @param scaleX canvas pixels a picture pixel, along the picture's rows
     * @param scaleY along its columns
     * @param angle radians, clockwise
     * @param mirrored whether left and right are swapped first
     */
    static Placing of(Point from, Point to, double scaleX, double scaleY, double angle, boolean mirrored) {
        double sx = mirrored ? -scaleX : scaleX;
        double a = sx * Math.cos(angle);
        double b = -scaleY * Math.sin(angle);
        double d = sx * Math.sin(angle);
        double e = scaleY * Math.cos(angle);
        return new Placing(a, b, to.x() - a * from.x() - b * from.y(), d, e, to.y() - d * from.x() - e * from.y());
    }

    Point apply(Point p) {
        return new Point(a * p.x() + b * p.y() + c, d * p.x() + e * p.y() + f);
    }

    /** The box around where a box's corners come to lie: edges lie half a pixel beside pixel centres. */
    Box apply(Box box) {
        double left = box.x() - 0.5;
        double top = box.y() - 0.5;
        double right = left + box.width();
        double bottom = top + box.height();
        Box around = Box.around(List.of(
                apply(new Point(left, top)),
                apply(new Point(right, top)),
                apply(new Point(left, bottom)),
                apply(new Point(right, bottom))));
        return new Box(around.x() + 0.5, around.y() + 0.5, around.width(), around.height());
    }

    Placing inverse() {
        double determinant = a * e - b * d;
        double ia = e / determinant;
        double ib = -b / determinant;
        double id = -d / determinant;
        double ie = a / determinant;
        return new Placing(ia, ib, -ia * c - ib * f, id, ie, -id * c - ie * f);
    }

    /** Canvas pixels a picture pixel, by area. */
    double scale() {
        return Math.sqrt(Math.abs(a * e - b * d));
    }
}
