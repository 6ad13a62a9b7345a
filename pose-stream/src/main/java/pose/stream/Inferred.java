package pose.stream;

import java.util.List;
import java.util.Optional;
import pose.schema.WeightsRef;
import pose.skeleton.Pose;
import pose.track.Looks;
import pose.track.SceneSignature;

/**
 * A frame was looked at.
 *
 * @param people empty when nobody is in it
 * @param skeleton the name of the skeleton that their keypoints follow
 * @param weights which version looked
 * @param located the sightings behind the people, in their order; empty where nobody located
 * @param scene what the picture as a whole looks like; empty where nobody located
 * @param looks what the people look like, in their order; empty where nobody located
 */
public record Inferred(
        List<Pose> people,
        String skeleton,
        WeightsRef weights,
        Optional<Located> located,
        Optional<SceneSignature> scene,
        List<Looks> looks)
        implements FrameResult {

    public Inferred {
        people = List.copyOf(people);
        looks = List.copyOf(looks);
        if (!looks.isEmpty() && looks.size() != people.size()) {
            throw new IllegalArgumentException(
                    people.size() + " people of " + looks.size() + " looks; there must be one each, or none");
        }
        if (located.isPresent() && located.get().sightings().size() != people.size()) {
            throw new IllegalArgumentException(people.size() + " people of "
                    + located.get().sightings().size() + " sightings; there must be one each");
        }
    }

    /** Of a frame of which nobody said where people are. */
    public Inferred(List<Pose> people, String skeleton, WeightsRef weights) {
        this(people, skeleton, weights, Optional.empty());
    }

    /** Of a frame of which nobody said what it looks like as a whole. */
    public Inferred(List<Pose> people, String skeleton, WeightsRef weights, Optional<Located> located) {
        this(people, skeleton, weights, located, Optional.empty(), List.of());
    }
}
