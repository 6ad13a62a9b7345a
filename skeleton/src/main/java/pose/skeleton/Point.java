package pose.skeleton;

/**
 * A place in a picture, in pixels: x grows to the right, y downwards, and (0, 0) is the <em>centre</em> of the top left
 * pixel. May lie outside the picture.
 */
public record Point(double x, double y) {

    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
