package pose.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/** The schemas that records had before: topics keep what was written under them. */
@NullMarked
final class FormerSchemas {

    private FormerSchemas() {}

    /** {@link Frame} before it said whether it is live. */
    static Schema frameWithoutLive() {
        return read("Frame-1.avsc");
    }

    /** {@link Frame} before it said whose clock it goes by, and which frame it was. */
    static Schema frameWithoutClock() {
        return read("Frame-2.avsc");
    }

    /** {@link PoseFrame} before frames were replayed. */
    static Schema poseFrameWithoutOriginal() {
        return read("PoseFrame-1.avsc");
    }

    /** {@link PoseFrame} before it said where it came from. */
    static Schema poseFrameWithoutProvenance() {
        return read("PoseFrame-2.avsc");
    }

    /** {@link Frame} before cameras said whom they are about. */
    static Schema frameWithoutAttention() {
        return read("Frame-3.avsc");
    }

    /** {@link PoseFrame} before people were located and tracked. */
    static Schema poseFrameWithoutTracks() {
        return read("PoseFrame-3.avsc");
    }

    /** {@link ShadowPose} before people were tracked. */
    static Schema shadowPoseWithoutTracks() {
        return read("ShadowPose-1.avsc");
    }

    /** {@link Truth} before it said who is who. */
    static Schema truthWithoutIds() {
        return read("Truth-1.avsc");
    }

    /** {@link Truth} before it said which parts are in sight. */
    static Schema truthWithoutSight() {
        return read("Truth-2.avsc");
    }

    /** {@link Gap} before ingest wrote any. */
    static Schema gapOfOneMoment() {
        return read("Gap-1.avsc");
    }

    private static Schema read(String name) {
        try (InputStream in = Objects.requireNonNull(FormerSchemas.class.getResourceAsStream("former/" + name), name)) {
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("former schema " + name + " cannot be read", e);
        }
    }
}
