package pose.track;

import java.util.List;
import java.util.Optional;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;

/**
 * Someone whom the network saw in one frame.
 *
 * @param box where, source pixels; may reach beyond the picture and may be of no size
 * @param score how surely, 0 to 1
 * @param keypoints one a part, source pixels, in the skeleton's order
 * @param looks the colours at the keypoints; empty where nobody looked at the picture
 * @param faint whether this may be nobody, and is somebody only where somebody was before: such a sighting continues a track
 *     that has a number and begins none (ByteTrack, Zhang et al., ECCV 2022)
 */
public record SeenPerson(Box box, double score, List<Keypoint> keypoints, Optional<Looks> looks, boolean faint) {

    public SeenPerson {
        keypoints = List.copyOf(keypoints);
    }

    /** Somebody, of whose colours nothing is known. */
    public SeenPerson(Box box, double score, List<Keypoint> keypoints) {
        this(box, score, keypoints, Optional.empty(), false);
    }

    SeenPerson withLooks(Looks others) {
        return new SeenPerson(box, score, keypoints, Optional.of(others), faint);
    }

    /** The longer side of the box, at least a pixel. */
    double extent() {
        return Math.max(1, box.extent());
    }

    /** How much the parts count for where the person is; the rest the box does. */
    private static final double SHARE = 0.5;

    private static final double LEAST_SCORE = 0.05;

    /** Where the person is, for following: between the middle of the box and the mean of the parts, by their scores. */
    Point centre() {
        double weight = 0;
        double x = 0;
        double y = 0;
        for (Keypoint part : keypoints) {
            double score = Double.isFinite(part.x() + part.y()) ? Math.max(LEAST_SCORE, part.score()) : 0;
            if (score > 0) {
                weight += score;
                x += score * part.x();
                y += score * part.y();
            }
        }
        Point middle = box.centre();
        return weight > 0
                ? new Point(
                        middle.x() + SHARE * (x / weight - middle.x()), middle.y() + SHARE * (y / weight - middle.y()))
                : middle;
    }

    /** Nobody can be followed whose place is no number, as of a network that has gone wrong. */
    boolean hasPlace() {
        return Double.isFinite(box.x() + box.y() + box.width() + box.height());
    }
}
