package pose.stream.track;

import java.util.ArrayList;
import java.util.List;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.skeleton.Skeleton;
import pose.stream.RecordWords;
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
                people(seen),
                seen.scene());
    }

    private static List<SeenPerson> people(SeenEvent seen) {
        List<SeenPerson> people = new ArrayList<>(seen.impressions().size());
        for (int i = 0; i < seen.impressions().size(); i++) {
            people.add(
                    person(seen.event().getPeople().get(i), seen.impressions().get(i)));
        }
        return people;
    }

    private static SeenPerson person(Person person, Impression impression) {
        return new SeenPerson(
                RecordWords.box(person.getBox()),
                person.getScore(),
                RecordWords.keypoints(person.getKeypoints()),
                impression.looks(),
                impression.faint());
    }
}
