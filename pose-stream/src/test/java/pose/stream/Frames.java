package pose.stream;

import java.nio.ByteBuffer;
import java.util.List;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.Topics;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;

/** Frames to test with, and what a fake engine sees in them. */
final class Frames {

    static final WeightsRef WEIGHTS = new WeightsRef("fake", "1", "00");

    private Frames() {}

    static Frame frame(long sequence) {
        return frame(sequence, new byte[] {1, 2, 3});
    }

    static Frame frame(long sequence, byte[] image) {
        return frame(sequence, 64, 48, Encoding.JPEG, image);
    }

    static Frame frame(long sequence, int width, int height, Encoding encoding, byte[] image) {
        return new Frame("yard", 1L, sequence, 1000 * sequence, null, width, height, encoding, ByteBuffer.wrap(image));
    }

    static byte[] bytes(Frame frame) {
        return Topics.FRAMES.valueSerde().serializer().serialize(Topics.FRAMES.name(), frame);
    }

    static FrameRequest request(long sequence) {
        return new FrameRequest(frame(sequence));
    }

    /** Somebody whose keypoints tell which frame they are from. */
    static Inferred somebodyIn(Frame frame) {
        Keypoint keypoint = new Keypoint(frame.getSequence(), 2, 0.5);
        return new Inferred(List.of(new Pose(new Box(0, 0, 48, 48), 0.5, List.of(keypoint))), "lsp14", WEIGHTS);
    }
}
