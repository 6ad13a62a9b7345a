package pose.app.event;

import java.util.List;
import pose.schema.BoundingBox;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Timings;
import pose.schema.WeightsRef;

/** Pose events that say what they must and no more. A test sets what it is about, and leaves the rest, which may change. */
public final class ExampleEvents {

    private ExampleEvents() {}

    /** The first frame of a camera, 640 × 360, in which nobody is; nobody located, nobody tracked. */
    public static PoseFrame.Builder event() {
        return PoseFrame.newBuilder()
                .setCamera("gate-1")
                .setEpoch(1)
                .setSequence(0)
                .setCaptureTimeUs(0)
                .setWidth(640)
                .setHeight(360)
                .setPeople(List.of())
                .setSkeleton("lsp14")
                .setWeights(new WeightsRef("lite", "v1", "ab"))
                .setTimings(new Timings(0L, 0L, 0L, 0L));
    }

    /** Somebody believed in without a doubt, of whom no part is told. */
    public static Person.Builder person() {
        return Person.newBuilder()
                .setBox(new BoundingBox(0.0, 0.0, 100.0, 100.0))
                .setScore(1)
                .setKeypoints(List.of());
    }
}
