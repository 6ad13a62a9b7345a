package pose.app.event;

import java.util.List;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.stream.RecordWords;

/** A person's keypoints as a record holds them, in the words of {@code pose.skeleton}. */
public final class EventKeypoints {

    private EventKeypoints() {}

    /** One keypoint a part, in skeleton order, source pixels. */
    public static List<Keypoint> of(Person person) {
        return RecordWords.keypoints(person.getKeypoints());
    }

    /** The smoothed keypoints where there are some, as {@link #of} where nobody smoothed. */
    public static List<Keypoint> best(Person person) {
        List<PartPosition> smoothed = person.getSmoothed();
        return RecordWords.keypoints(smoothed == null ? person.getKeypoints() : smoothed);
    }

    /** The whole person. */
    public static Pose pose(Person person) {
        return new Pose(RecordWords.box(person.getBox()), person.getScore(), of(person));
    }
}
