package pose.track;

import java.util.List;
import java.util.Optional;
import pose.skeleton.Skeleton;

/**
 * One frame of a camera, as the network saw it.
 *
 * @param epoch when the run that made it began, microseconds UTC
 * @param sequence its number within the epoch
 * @param captureTimeUs when it was taken, microseconds UTC; what all filters go by
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 * @param skeleton of everyone's keypoints
 * @param people in any order, perhaps none
 * @param scene what the picture as a whole looks like; without it no scene cut is noticed
 */
public record SeenFrame(
        long epoch,
        long sequence,
        long captureTimeUs,
        int width,
        int height,
        Skeleton skeleton,
        List<SeenPerson> people,
        Optional<SceneSignature> scene) {

    public SeenFrame {
        people = List.copyOf(people);
        for (SeenPerson person : people) {
            if (person.keypoints().size() != skeleton.size()) {
                throw new IllegalArgumentException(
                        "a person of " + person.keypoints().size() + " keypoints; skeleton " + skeleton.name() + " has "
                                + skeleton.size() + " parts");
            }
        }
    }
}
