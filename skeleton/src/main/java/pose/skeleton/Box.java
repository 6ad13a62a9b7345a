package pose.skeleton;

/**
 * An upright rectangle in picture pixels, see {@link Point}.
 *
 * @param x left edge
 * @param y top edge
 * @param width at least 0
 * @param height at least 0
 */
public record Box(double x, double y, double width, double height) {

    public Box {
        if (!(width >= 0) || !(height >= 0)) {
            throw new IllegalArgumentException("a box is " + width + " × " + height + "; neither may be negative");
        }
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    /** The longer side; of the box around somebody upright, their height. */
    public double extent() {
        return Math.max(width, height);
    }

    public double area() {
        return width * height;
    }

    /** Whether a point is in it, or on its left or upper edge. */
    public boolean contains(Point point) {
        return point.x() >= x && point.y() >= y && point.x() < x + width && point.y() < y + height;
    }

    /** The part of this box that lies in another; of no area where they do not meet. */
    public Box common(Box other) {
        double left = Math.max(x, other.x);
        double top = Math.max(y, other.y);
        double right = Math.min(x + width, other.x + other.width);
        double bottom = Math.min(y + height, other.y + other.height);
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** Intersection over union, 0 to 1. */
    public double overlap(Box other) {
        double both = common(other).area();
        return both == 0 ? 0 : both / (area() + other.area() - both);
    }

    /** The smallest square around this box with the same centre, its side multiplied by {@code factor}. */
    public Box square(double factor) {
        double side = extent() * factor;
        Point c = centre();
        return new Box(c.x() - side / 2, c.y() - side / 2, side, side);
    }

    /**
     * The smallest box around the points.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Box around(Iterable<Point> points) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point p : points) {
            left = Math.min(left, p.x());
            top = Math.min(top, p.y());
            right = Math.max(right, p.x());
            bottom = Math.max(bottom, p.y());
        }
        if (left > right) {
            throw new IllegalArgumentException("a box around no points at all");
        }
        return new Box(left, top, right - left, bottom - top);
    }
}
