package pose.stream.track;

import java.util.List;
import pose.schema.BoundingBox;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Skeleton;
import pose.track.SeenFrame;
import pose.track.SeenPerson;

/** Events in the tracker's words. */
final class SeenFrames {

    private SeenFrames() {}

    static SeenFrame of(SeenEvent seen, Skeleton skeleton) {
        PoseFrame event = seen.event();
        return new SeenFrame(
                event.getEpoch(),
                event.getSequence(),
                event.getCaptureTimeUs(),
                event.getWidth(),
                event.getHeight(),
                skeleton,
                event.getPeople().stream().map(SeenFrames::person).toList(),
                seen.scene());
    }

    private static SeenPerson person(Person person) {
        BoundingBox box = person.getBox();
        List<Keypoint> keypoints =
                person.getKeypoints().stream().map(SeenFrames::keypoint).toList();
        return new SeenPerson(
                new Box(box.getX(), box.getY(), box.getWidth(), box.getHeight()), person.getScore(), keypoints);
    }

    private static Keypoint keypoint(PartPosition part) {
        return new Keypoint(part.getX(), part.getY(), part.getScore());
    }
}
