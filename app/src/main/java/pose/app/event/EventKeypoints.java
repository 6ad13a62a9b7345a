package pose.app.event;

import java.util.List;
import pose.schema.BoundingBox;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;

/** A person's keypoints as a record holds them, in the words of {@code pose.skeleton}. */
public final class EventKeypoints {

    private EventKeypoints() {}

    /** One keypoint a part, in skeleton order, source pixels. */
    public static List<Keypoint> of(Person person) {
        return of(person.getKeypoints());
    }

    /** The smoothed keypoints where there are some, as {@link #of} where nobody smoothed. */
    public static List<Keypoint> best(Person person) {
        List<PartPosition> smoothed = person.getSmoothed();
        return of(smoothed == null ? person.getKeypoints() : smoothed);
    }

    /** The same of parts as a record holds them. */
    public static List<Keypoint> of(List<PartPosition> parts) {
        return parts.stream()
                .map(part -> new Keypoint(part.getX(), part.getY(), part.getScore()))
                .toList();
    }

    /** The whole person. */
    public static Pose pose(Person person) {
        BoundingBox box = person.getBox();
        return new Pose(
                new Box(box.getX(), box.getY(), box.getWidth(), box.getHeight()), person.getScore(), of(person));
    }
}
