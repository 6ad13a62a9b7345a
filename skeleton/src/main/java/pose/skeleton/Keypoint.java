package pose.skeleton;

/**
 * Where a network believes a part is.
 *
 * @param x pixels in the source picture, see {@link Point}
 * @param y pixels in the source picture
 * @param score how strongly it believes so, 0 to 1: the height of the belief map's peak
 */
public record Keypoint(double x, double y, double score) {

    public Point point() {
        return new Point(x, y);
    }
}
