package pose.cpm;

import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * Somebody found in a picture.
 *
 * @param centre the middle of the box around them, source pixels
 * @param extent that box's longer side, source pixels, more than 0; of somebody upright, their height
 * @param score how strongly the network believes so, 0 to 1
 */
public record Sighting(Point centre, double extent, double score) {

    /** Margin around a subject: what the pose network was trained to see of its surroundings. */
    public static final double MARGIN = 1.25;

    public Sighting {
        if (!(extent > 0) || !Double.isFinite(extent)) {
            throw new IllegalArgumentException("extent is " + extent + "; it must be more than 0 pixels");
        }
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score is " + score + "; it must be from 0 to 1");
        }
        if (!Double.isFinite(centre.x()) || !Double.isFinite(centre.y())) {
            throw new IllegalArgumentException("centre is " + centre + "; it must be a place");
        }
    }

    /** The square of the extent's side around the centre, source pixels; may reach beyond the picture. */
    public Box box() {
        return new Box(centre.x() - extent / 2, centre.y() - extent / 2, extent, extent);
    }

    /** The square to look at, {@link #MARGIN} times {@link #box}. */
    public Box subjectBox() {
        return box().square(MARGIN);
    }
}
