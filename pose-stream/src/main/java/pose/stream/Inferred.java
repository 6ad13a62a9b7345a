package pose.stream;

import java.util.List;
import pose.schema.WeightsRef;
import pose.skeleton.Pose;

/**
 * A frame was looked at.
 *
 * @param people empty when nobody is in it
 * @param skeleton the name of the skeleton that their keypoints follow
 * @param weights which version looked
 */
public record Inferred(List<Pose> people, String skeleton, WeightsRef weights) implements FrameResult {

    public Inferred {
        people = List.copyOf(people);
    }
}
