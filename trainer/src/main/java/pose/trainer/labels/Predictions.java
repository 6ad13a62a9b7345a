package pose.trainer.labels;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pose.skeleton.Keypoint;

/**
 * What a model says of people.
 *
 * @param byId each person's parts in skeleton order, in source pixels; somebody may be missing, and a part absent
 */
public record Predictions(Map<String, List<Optional<Keypoint>>> byId) {

    /** Where there is no model. */
    public static final Predictions NONE = new Predictions(Map.of());

    public Predictions {
        byId = Map.copyOf(byId);
    }

    /** Of a person who may not have been looked at. */
    List<Optional<Keypoint>> of(CheckedPerson person) {
        List<Optional<Keypoint>> found = byId.get(person.id());
        return found == null ? Collections.nCopies(person.parts().size(), Optional.empty()) : found;
    }
}
