package pose.cpm.network;

/**
 * Width and height of a picture or map.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Size(int width, int height) {

    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a size is " + width + "×" + height + "; both must be at least 1");
        }
    }

    public static Size square(int side) {
        return new Size(side, side);
    }

    /** How many pixels or cells there are. */
    public long area() {
        return (long) width * height;
    }

    public boolean isSquare() {
        return width == height;
    }

    /** What is left after steps of this stride, an unfinished last step counted. */
    Size dividedBy(int stride) {
        return new Size(divided(width, stride), divided(height, stride));
    }

    private static int divided(int side, int stride) {
        return side / stride + (side % stride == 0 ? 0 : 1);
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
