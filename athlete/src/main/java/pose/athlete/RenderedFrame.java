package pose.athlete;

import java.awt.image.BufferedImage;
import java.util.List;
import pose.skeleton.Point;

/**
 * One picture and the truth about it.
 *
 * @param image {@link BufferedImage#TYPE_3BYTE_BGR}, owned by the caller
 * @param people for each person the 14 true keypoints in the order of {@link pose.skeleton.Skeleton#LSP14}, in pixels of
 *     {@code image}; hidden parts are where they are behind what hides them. The first person is the one in the middle
 */
public record RenderedFrame(BufferedImage image, List<List<Point>> people) {

    public RenderedFrame {
        people = people.stream().map(List::copyOf).toList();
    }
}
