package pose.athlete;

import java.util.List;
import pose.skeleton.Point;

/**
 * The truth about one person in a picture.
 *
 * @param id 1, 2, 3 …: the same person has the same throughout a scene, also after having been away
 * @param keypoints the 14 true keypoints in the order of {@link pose.skeleton.Skeleton#LSP14}, in pixels; hidden parts are
 *     where they are behind what hides them, and parts beyond the border where they are there
 * @param inSight of each keypoint, whether it is in the picture and not behind somebody nearer; what the person's own body
 *     hides is in sight
 */
public record Performer(long id, List<Point> keypoints, List<Boolean> inSight) {

    public Performer {
        keypoints = List.copyOf(keypoints);
        inSight = List.copyOf(inSight);
        if (keypoints.isEmpty() || keypoints.size() != inSight.size()) {
            throw new IllegalArgumentException("keypoints are " + keypoints.size() + ", inSight tells of "
                    + inSight.size() + "; allowed: one each, of one part at least");
        }
    }

    /** Share of the parts that are in sight, 0 to 1. */
    public double visible() {
        return (double) inSight.stream().filter(seen -> seen).count() / inSight.size();
    }
}
