package pose.stream.track;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.schema.Attention;
import pose.schema.PoseFrame;
import pose.track.SceneSignature;

/**
 * What was seen in a frame, before anyone asked who is who.
 *
 * @param event without tracks
 * @param attention whom the camera is about, as its frame says
 * @param scene what the picture as a whole looks like, where that is known
 */
public record SeenEvent(PoseFrame event, @Nullable Attention attention, Optional<SceneSignature> scene) {

    boolean onlyPlayers() {
        return attention != null && attention.getOnlyPlayers();
    }
}
