package pose.app.mine;

import java.util.ArrayList;
import java.util.List;
import pose.app.event.ExampleEvents;
import pose.schema.BoundingBox;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;
import pose.stream.RecordWords;

/** People whose proportions are right, or wrong in one way. */
final class SeenPeople {

    /** Somebody standing with arms and legs apart, 100 pixels a torso, in the order of lsp14. */
    private static final double[][] STANDING = {
        {60, 238}, {68, 168}, {75, 100}, {115, 100}, {122, 168}, {130, 238},
        {15, 85}, {35, 40}, {70, 5}, {120, 5}, {155, 40}, {175, 85},
        {95, 0}, {95, -43}
    };

    private SeenPeople() {}

    static List<Keypoint> standing(double score) {
        List<Keypoint> parts = new ArrayList<>();
        for (double[] at : STANDING) {
            parts.add(new Keypoint(at[0], at[1], score));
        }
        return parts;
    }

    static List<Keypoint> moved(List<Keypoint> parts, String part, double x, double y) {
        List<Keypoint> moved = new ArrayList<>(parts);
        int index = Skeleton.LSP14.indexOf(part);
        moved.set(index, new Keypoint(x, y, parts.get(index).score()));
        return moved;
    }

    static Pose pose(List<Keypoint> parts) {
        double score = parts.stream().mapToDouble(Keypoint::score).average().orElseThrow();
        return new Pose(new Box(0, 0, 200, 300), score, parts);
    }

    static PoseFrame event(String camera, long sequence, long timeUs, List<Keypoint> parts) {
        return event(camera, sequence, timeUs, Skeleton.LSP14.name(), List.of(person(parts)));
    }

    private static Person person(List<Keypoint> parts) {
        return ExampleEvents.person()
                .setBox(new BoundingBox(0.0, 0.0, 200.0, 300.0))
                .setScore((float) pose(parts).score())
                .setKeypoints(RecordWords.parts(parts))
                .build();
    }

    /** Somebody standing, by whatever name of a skeleton. */
    static PoseFrame event(String camera, long sequence, long timeUs, String skeleton) {
        return event(camera, sequence, timeUs, skeleton, List.of(person(standing(0.1))));
    }

    /** Nobody at all. */
    static PoseFrame empty(String camera, long sequence, long timeUs) {
        return event(camera, sequence, timeUs, Skeleton.LSP14.name(), List.of());
    }

    private static PoseFrame event(String camera, long sequence, long timeUs, String skeleton, List<Person> people) {
        return ExampleEvents.event()
                .setCamera(camera)
                .setEpoch(1000)
                .setSequence(sequence)
                .setCaptureTimeUs(timeUs)
                .setHeight(480)
                .setPeople(people)
                .setSkeleton(skeleton)
                .setWeights(new WeightsRef("lite", "1", "ab"))
                .build();
    }
}
