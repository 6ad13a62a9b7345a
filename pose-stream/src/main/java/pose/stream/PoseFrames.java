package pose.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.schema.Frame;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Provenance;
import pose.schema.Timings;
import pose.skeleton.Pose;

/** The record of what was seen in a frame. */
public final class PoseFrames {

    private PoseFrames() {}

    /** The frame's id and times, and what was seen; nobody says where. */
    public static PoseFrame of(Frame frame, Inferred seen, Timings timings) {
        return of(frame, seen, timings, null);
    }

    /** The frame's id and times, what was seen, and where. */
    public static PoseFrame of(Frame frame, Inferred seen, Timings timings, @Nullable Provenance provenance) {
        return new PoseFrame(
                frame.getCamera(),
                frame.getEpoch(),
                frame.getSequence(),
                frame.getCaptureTimeUs(),
                frame.getWidth(),
                frame.getHeight(),
                people(seen),
                seen.skeleton(),
                seen.weights(),
                timings,
                frame.getOriginal(),
                provenance,
                seen.located().map(Located::locator).orElse(null),
                false);
    }

    /** Everyone that was seen, as records tell them. */
    public static List<Person> people(Inferred seen) {
        return seen.people().stream().map(PoseFrames::person).toList();
    }

    private static Person person(Pose pose) {
        return new Person(
                RecordWords.boundingBox(pose.box()),
                (float) pose.score(),
                null,
                RecordWords.parts(pose.keypoints()),
                null,
                null);
    }
}
