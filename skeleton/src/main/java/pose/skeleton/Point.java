package pose.skeleton;

/**
 * A place in a picture, in pixels: x grows to the right, y downwards, and (0, 0) is the <em>centre</em> of the top left
 * pixel. May lie outside the picture.
 */
public record Point(double x, double y) {

    /** Whether a picture of that size has a pixel here; no number is nowhere. */
    public boolean isWithin(int width, int height) {
        return isWithin(x, y, width, height);
    }

    /** The same of a place that is no point yet, where there are too many to make one of each. */
    public static boolean isWithin(double x, double y, int width, int height) {
        // A pixel reaches half of one beyond its centre.
        return x >= -0.5 && y >= -0.5 && x < width - 0.5 && y < height - 0.5;
    }

    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
