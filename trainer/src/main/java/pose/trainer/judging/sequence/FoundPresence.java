package pose.trainer.judging.sequence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pose.cpm.Sighting;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;

/**
 * Somebody who was found in a frame.
 *
 * @param track the id given, the same for whom is thought to be the same; empty where nobody tracked
 * @param box the square that was looked at, source pixels
 * @param keypoints one a part in skeleton order, source pixels
 * @param smoothed the same, steadied, where that was done
 */
public record FoundPresence(OptionalLong track, Box box, List<Keypoint> keypoints, Optional<List<Keypoint>> smoothed) {

    public FoundPresence {
        keypoints = List.copyOf(keypoints);
        smoothed = smoothed.map(List::copyOf);
    }

    /** The longer side of the person's own box, in pixels. */
    double extent() {
        return box.extent() / Sighting.MARGIN;
    }
}
