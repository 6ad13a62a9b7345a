package pose.track;

import java.util.List;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;

/**
 * Someone whom the network saw in one frame.
 *
 * @param box where, source pixels; may reach beyond the picture and may be of no size
 * @param score how surely, 0 to 1
 * @param keypoints one a part, source pixels, in the skeleton's order
 */
public record SeenPerson(Box box, double score, List<Keypoint> keypoints) {

    public SeenPerson {
        keypoints = List.copyOf(keypoints);
    }

    /** The longer side of the box, at least a pixel. */
    double extent() {
        return Math.max(1, Math.max(box.width(), box.height()));
    }

    /** Nobody can be followed whose place is no number, as of a network that has gone wrong. */
    boolean hasPlace() {
        return Double.isFinite(box.x() + box.y() + box.width() + box.height());
    }
}
