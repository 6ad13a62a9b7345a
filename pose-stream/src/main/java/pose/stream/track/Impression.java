package pose.stream.track;

import java.util.Optional;
import pose.track.Looks;

/**
 * What was seen of somebody beside the pose, and is in no record.
 *
 * @param looks the colours at the keypoints, where somebody looked
 * @param faint whether this may be nobody, and is somebody only where somebody was before
 */
public record Impression(Optional<Looks> looks, boolean faint) {

    static final Impression NONE = new Impression(Optional.empty(), false);
}
