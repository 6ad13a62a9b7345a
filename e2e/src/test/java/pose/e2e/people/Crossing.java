package pose.e2e.people;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.skeleton.Pose;

/**
 * Six people who run to and fro past one another, 25 frames a second of 640×360: seen with some noise, now and then not at
 * all, and in another order each time. A pure function of camera and sequence.
 */
public final class Crossing {

    private static final int PEOPLE = 6;
    private static final long EPOCH_US = 1_700_000_000_000_000L;
    private static final int FRAME_US = 40_000;

    private Crossing() {}

    /** A frame of it, with no picture. */
    public static Frame frame(String camera, long sequence) {
        return new Frame(
                camera,
                EPOCH_US,
                sequence,
                EPOCH_US + FRAME_US * sequence,
                null,
                640,
                360,
                Encoding.JPEG,
                false,
                CaptureClock.SOURCE,
                null,
                null,
                ByteBuffer.allocate(1));
    }

    /** Who is seen in a frame. */
    public static List<Pose> seenIn(Frame frame) {
        Random random = new Random(31L * frame.getCamera().hashCode() + frame.getSequence());
        List<Pose> seen = new ArrayList<>();
        int first = random.nextInt(PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            int person = (first + i) % PEOPLE;
            double seconds = frame.getSequence() / 25.0;
            double x = 320 + 260 * Math.sin(seconds * (0.5 + 0.1 * person) + person);
            double y = 120 + 24 * person + random.nextGaussian();
            if (random.nextInt(20) > 0) {
                seen.add(Figure.at(x + random.nextGaussian(), y, 90 + 4 * person));
            }
        }
        return seen;
    }
}
