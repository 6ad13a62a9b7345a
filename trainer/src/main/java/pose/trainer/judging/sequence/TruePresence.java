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
 * @param visible the share of the parts that can be seen, 0 to 1
 */
public record TruePresence(long id, List<Point> keypoints, double visible) {

    public TruePresence {
        keypoints = List.copyOf(keypoints);
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
