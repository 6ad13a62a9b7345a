package pose.stream;

import java.util.List;
import pose.schema.BoundingBox;
import pose.schema.PartPosition;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;

/** Boxes and keypoints in the records' words, and the records' in ours; in source pixels both. */
public final class RecordWords {

    private RecordWords() {}

    /** The same rectangle for a record. */
    public static BoundingBox boundingBox(Box box) {
        return new BoundingBox(box.x(), box.y(), box.width(), box.height());
    }

    /**
     * The same rectangle of a record.
     *
     * @throws IllegalArgumentException where its width or height is below 0, or no number
     */
    public static Box box(BoundingBox box) {
        return new Box(box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    /** One a part, in the order of the keypoints; records hold single precision. */
    public static List<PartPosition> parts(List<Keypoint> keypoints) {
        return keypoints.stream()
                .map(k -> new PartPosition((float) k.x(), (float) k.y(), (float) k.score()))
                .toList();
    }

    /** One a part, in the order of the records. */
    public static List<Keypoint> keypoints(List<PartPosition> parts) {
        return parts.stream()
                .map(part -> new Keypoint(part.getX(), part.getY(), part.getScore()))
                .toList();
    }
}
