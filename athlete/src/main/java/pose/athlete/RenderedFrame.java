package pose.athlete;

import java.awt.image.BufferedImage;
import java.util.List;
import pose.skeleton.Point;

/**
 * One picture and the truth about it.
 *
 * @param image {@link BufferedImage#TYPE_3BYTE_BGR}, owned by the caller
 * @param performers who is in it; of an {@link AthleteScene} the first is the one in the middle
 */
public record RenderedFrame(BufferedImage image, List<Performer> performers) {

    public RenderedFrame {
        performers = List.copyOf(performers);
    }

    /** For each person the 14 true keypoints, see {@link Performer#keypoints}. */
    public List<List<Point>> people() {
        return performers.stream().map(Performer::keypoints).toList();
    }
}
