package pose.e2e.chaos;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What kind of frames come in.
 *
 * @param cameras how many take turns, at least 1
 * @param brokenEvery of each camera, one frame in so many has a picture that does not decode; 0 for none, {@link #UNTOLD}
 *     where any may
 */
public record Load(int cameras, int brokenEvery) {

    /** Cameras over all partitions, and now and then a picture that does not decode. */
    public static final Load MIXED = new Load(8, 23);

    /** Nobody knows which frames are broken. */
    public static final int UNTOLD = -1;

    /** The names of the cameras. */
    public List<String> names() {
        return IntStream.range(0, cameras).mapToObj(n -> "camera-" + n).toList();
    }

    boolean isBroken(FrameId frame) {
        return brokenEvery > 0 && frame.sequence() % brokenEvery == brokenEvery - 1;
    }
}
