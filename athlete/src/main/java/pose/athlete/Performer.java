package pose.athlete;

import java.util.List;
import pose.skeleton.Point;

/**
 * The truth about one person in a picture.
 *
 * @param id 1, 2, 3 …: the same person has the same throughout a scene, also after having been away
 * @param keypoints the 14 true keypoints in the order of {@link pose.skeleton.Skeleton#LSP14}, in pixels; hidden parts are
 *     where they are behind what hides them, and parts beyond the border where they are there
 * @param visible share of the parts that are in the picture and not behind somebody nearer, 0 to 1
 */
public record Performer(long id, List<Point> keypoints, double visible) {

    public Performer {
        keypoints = List.copyOf(keypoints);
        // Written so that NaN is refused as well.
        if (!(visible >= 0 && visible <= 1)) {
            throw new IllegalArgumentException("visible is " + visible + "; allowed: 0 to 1");
        }
    }
}
