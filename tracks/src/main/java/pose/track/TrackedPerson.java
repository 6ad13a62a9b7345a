package pose.track;

import java.util.List;
import java.util.OptionalLong;
import pose.skeleton.Keypoint;

/**
 * What is known of a seen person from the frames before.
 *
 * @param track who it is: 1, 2, 3 … within a camera and epoch. Nothing yet where someone is seen for the first time, so
 *     that a false sighting, which as a rule is there for one frame only, costs no number; the next sighting gives it.
 * @param smoothed the keypoints made steady, with their own scores
 * @param plays whether the person has moved of late, as players do and spectators do not
 */
public record TrackedPerson(OptionalLong track, List<Keypoint> smoothed, boolean plays) {

    public TrackedPerson {
        smoothed = List.copyOf(smoothed);
    }
}
