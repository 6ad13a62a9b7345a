package pose.app.drawing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import pose.app.event.ExampleEvents;
import pose.schema.Attention;
import pose.schema.BoundingBox;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.skeleton.Skeleton;

/** Frames of 200 × 200 pixels and events of people who stand as poles: every part on one upright line. */
final class Events {

    static final int SIDE = 200;

    private Events() {}

    static Frame frame(long captureTimeUs, @Nullable Attention attention) {
        return new Frame(
                "gate",
                1L,
                captureTimeUs,
                captureTimeUs,
                null,
                SIDE,
                SIDE,
                Encoding.JPEG,
                false,
                CaptureClock.SOURCE,
                null,
                attention,
                ByteBuffer.allocate(0));
    }

    static PoseFrame event(long epoch, long captureTimeUs, boolean cut, List<Person> people) {
        return ExampleEvents.event()
                .setCamera("gate")
                .setEpoch(epoch)
                .setSequence(captureTimeUs)
                .setCaptureTimeUs(captureTimeUs)
                .setWidth(SIDE)
                .setHeight(SIDE)
                .setPeople(people)
                .setCut(cut)
                .build();
    }

    /** With these tracks, who all stand in one place. */
    static PoseFrame event(long epoch, long captureTimeUs, boolean cut, long... tracks) {
        return event(
                epoch,
                captureTimeUs,
                cut,
                LongStream.of(tracks).mapToObj(track -> pole(track, 100, null)).toList());
    }

    /** From head to ankle 60 to 160 pixels from the top. */
    static Person pole(@Nullable Long track, float x, @Nullable Float smoothedX) {
        return ExampleEvents.person()
                .setBox(new BoundingBox(x - 50.0, 60.0, 100.0, 100.0))
                .setTrack(track)
                .setKeypoints(parts(x))
                .setSmoothed(smoothedX == null ? null : parts(smoothedX))
                .build();
    }

    private static List<PartPosition> parts(float x) {
        List<PartPosition> parts = new ArrayList<>();
        for (String part : Skeleton.LSP14.parts()) {
            float y = switch (part.substring(part.indexOf('_') + 1)) {
                case "top" -> 60;
                case "neck" -> 80;
                case "shoulder" -> 85;
                case "elbow" -> 95;
                case "wrist" -> 105;
                case "hip" -> 115;
                case "knee" -> 135;
                default -> 160;
            };
            parts.add(new PartPosition(x, y, 1f));
        }
        return parts;
    }
}
