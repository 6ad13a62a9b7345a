package pose.app.event;

import java.util.List;
import pose.schema.Person;
import pose.skeleton.Keypoint;

/** A person's keypoints as a record holds them, in the words of {@code pose.skeleton}. */
public final class EventKeypoints {

    private EventKeypoints() {}

    /** One keypoint a part, in skeleton order, source pixels. */
    public static List<Keypoint> of(Person person) {
        return person.getKeypoints().stream()
                .map(part -> new Keypoint(part.getX(), part.getY(), part.getScore()))
                .toList();
    }
}
