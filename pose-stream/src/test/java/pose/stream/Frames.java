package pose.stream;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pose.cpm.Sighting;
import pose.schema.Attention;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.Original;
import pose.schema.Topics;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Pose;

/** Frames to test with, and what a fake engine sees in them. */
final class Frames {

    static final WeightsRef WEIGHTS = new WeightsRef("fake", "1", "00");
    static final WeightsRef LOCATOR = new WeightsRef("locator", "1", "11");

    private Frames() {}

    static Frame frame(long sequence) {
        return frame(sequence, new byte[] {1, 2, 3});
    }

    static Frame frame(long sequence, byte[] image) {
        return frame(sequence, 64, 48, Encoding.JPEG, image);
    }

    /** A live camera's, captured at 1000 × sequence microseconds. */
    static Frame live(long sequence) {
        return frame("yard", sequence, 64, 48, Encoding.JPEG, true, new byte[] {1, 2, 3});
    }

    static FrameRequest of(String camera, long sequence) {
        return new FrameRequest(frame(camera, sequence, 64, 48, Encoding.JPEG, false, new byte[] {1, 2, 3}));
    }

    static FrameRequest of(String camera, long sequence, byte[] image) {
        return new FrameRequest(frame(camera, sequence, 64, 48, Encoding.JPEG, false, image));
    }

    static Frame frame(long sequence, int width, int height, Encoding encoding, byte[] image) {
        return frame("yard", sequence, width, height, encoding, false, image);
    }

    private static Frame frame(
            String camera, long sequence, int width, int height, Encoding encoding, boolean live, byte[] image) {
        return new Frame(
                camera,
                1L,
                sequence,
                1000 * sequence,
                null,
                width,
                height,
                encoding,
                live,
                CaptureClock.SOURCE,
                new Original(9L, sequence, 5L),
                null,
                ByteBuffer.wrap(image));
    }

    /** A recording's, of a camera that is about these people. */
    static Frame about(
            String camera,
            long epoch,
            long sequence,
            long captureTimeUs,
            int width,
            int height,
            @Nullable Attention attention) {
        return new Frame(
                camera,
                epoch,
                sequence,
                captureTimeUs,
                null,
                width,
                height,
                Encoding.JPEG,
                false,
                CaptureClock.SOURCE,
                null,
                attention,
                ByteBuffer.allocate(3));
    }

    static byte[] bytes(Frame frame) {
        return Topics.FRAMES.valueSerde().serializer().serialize(Topics.FRAMES.name(), frame);
    }

    static FrameRequest request(long sequence) {
        return new FrameRequest(frame(sequence));
    }

    /** A frame of another run of its camera. */
    static FrameRequest ofEpoch(long epoch, long sequence) {
        return new FrameRequest(about("yard", epoch, sequence, 1000 * sequence, 64, 48, null));
    }

    /** So many people side by side, 10 pixels tall. */
    static Located people(int count) {
        return new Located(
                IntStream.range(0, count)
                        .mapToObj(i -> new Sighting(new Point(20 * i, 24), 10, 0.5))
                        .toList(),
                LOCATOR);
    }

    static FrameRequest withPeople(long sequence, int people) {
        return request(sequence).with(people(people));
    }

    /** More threads than ever wait in a test: nobody knows then that nobody else comes. */
    private static final int MANY = 1000;

    /** A batcher on the clocks of this machine, which nobody listens to. */
    static FrameBatcher batcher(BatchInference inference, BatchPolicy policy) {
        return FrameBatcher.start(
                inference, policy, MANY, StreamListener.NONE, new BatcherClock(System::nanoTime, () -> 0));
    }

    /** Somebody whose keypoints tell which frame they are from. */
    static Inferred somebodyIn(Frame frame) {
        Keypoint keypoint = new Keypoint(frame.getSequence(), 2, 0.5);
        return new Inferred(List.of(new Pose(new Box(0, 0, 48, 48), 0.5, List.of(keypoint))), "lsp14", WEIGHTS);
    }
}
