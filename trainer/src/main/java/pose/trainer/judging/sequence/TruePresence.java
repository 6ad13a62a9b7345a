package pose.trainer.judging.sequence;

import java.util.List;
import pose.cpm.Sighting;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * Somebody who truly is in a frame.
 *
 * @param id the same for the same person throughout a sequence
 * @param keypoints one a part in skeleton order, source pixels; hidden ones too
 * @param inSight of each keypoint, whether it is inside the picture and nobody nearer hides it
 * @param visible the share of the parts that are in sight, 0 to 1; told apart, for some truth tells of nothing else
 */
public record TruePresence(long id, List<Point> keypoints, List<Boolean> inSight, double visible) {

    public TruePresence {
        keypoints = List.copyOf(keypoints);
        inSight = List.copyOf(inSight);
        if (inSight.size() != keypoints.size()) {
            throw new IllegalArgumentException("inSight tells of " + inSight.size() + " parts; allowed: of each of the "
                    + keypoints.size() + " keypoints");
        }
    }

    /** The longer side of the box around all parts, in pixels. */
    double extent() {
        return Box.around(keypoints).extent();
    }

    /** The square in which the person is to be looked at, as the boxes of pose events are. */
    Box square() {
        return Box.around(keypoints).square(Sighting.MARGIN);
    }
}
