package pose.stream.trial;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.stream.FrameRequest;
import pose.stream.Inferred;

/** Frames, and what versions see in them. */
final class TrialFrames {

    static final WeightsRef STABLE = new WeightsRef("lite", "1", "01");
    static final WeightsRef CANDIDATE = new WeightsRef("lite", "2", "02");

    private TrialFrames() {}

    static ServedFrame served(String camera, long sequence, int bytes) {
        return new ServedFrame(request(camera, sequence, bytes), seen(STABLE, 0, 0.5), Duration.ofMillis(2));
    }

    static FrameRequest request(String camera, long sequence, int bytes) {
        return new FrameRequest(new Frame(
                camera,
                1L,
                sequence,
                1000 * sequence,
                null,
                64,
                48,
                Encoding.JPEG,
                false,
                CaptureClock.SOURCE,
                null,
                null,
                ByteBuffer.wrap(new byte[bytes])));
    }

    /** Somebody 100 pixels high, whose parts are all so much to the right. */
    static Inferred seen(WeightsRef weights, double right, double score) {
        List<Keypoint> keypoints = List.of(new Keypoint(right, 0, score), new Keypoint(right, 100, score));
        return new Inferred(List.of(new Pose(new Box(0, 0, 100, 100), score, keypoints)), "two", weights);
    }

    static long sequence(ServedFrame frame) {
        return frame.request().frame().getSequence();
    }
}
