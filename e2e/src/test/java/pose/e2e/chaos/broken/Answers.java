package pose.e2e.chaos.broken;

import java.util.List;
import pose.schema.Frame;
import pose.schema.PoseFrame;
import pose.schema.Timings;
import pose.schema.Topic;
import pose.schema.Topics;
import pose.schema.WeightsRef;

/** What a stream answers that looks at no picture: nobody is there, or there is no whole picture. */
final class Answers {

    /** No picture is as short as this. */
    private static final int SHORTEST_PICTURE = 16;

    private Answers() {}

    /** The topic that a frame's answer belongs on. */
    static Topic<?, ?> topic(byte[] frame) {
        return isBroken(decode(frame)) ? Topics.DLQ : Topics.KEYPOINTS;
    }

    /** A frame's answer: itself where it is broken, an event otherwise. */
    static byte[] to(byte[] encoded) {
        Frame frame = decode(encoded);
        if (isBroken(frame)) {
            return encoded;
        }
        PoseFrame event = PoseFrame.newBuilder()
                .setCamera(frame.getCamera())
                .setEpoch(frame.getEpoch())
                .setSequence(frame.getSequence())
                .setCaptureTimeUs(frame.getCaptureTimeUs())
                .setWidth(frame.getWidth())
                .setHeight(frame.getHeight())
                .setPeople(List.of())
                .setSkeleton("lsp14")
                .setWeights(new WeightsRef("none", "0", "00"))
                .setTimings(new Timings(0L, 0L, 0L, 0L))
                .build();
        return Topics.KEYPOINTS.valueSerde().serializer().serialize(Topics.KEYPOINTS.name(), event);
    }

    private static boolean isBroken(Frame frame) {
        return frame.getImage().remaining() < SHORTEST_PICTURE;
    }

    private static Frame decode(byte[] encoded) {
        return Topics.FRAMES.valueSerde().deserializer().deserialize(Topics.FRAMES.name(), encoded);
    }
}
