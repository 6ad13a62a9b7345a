package pose.stream.track;

import java.util.List;
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
 * @param impressions of the event's people, in their order
 */
public record SeenEvent(
        PoseFrame event, @Nullable Attention attention, Optional<SceneSignature> scene, List<Impression> impressions) {

    public SeenEvent {
        impressions = List.copyOf(impressions);
        if (impressions.size() != event.getPeople().size()) {
            throw new IllegalArgumentException(event.getPeople().size() + " people of " + impressions.size()
                    + " impressions; there must be one each");
        }
    }

    /** Of an event of whose people nothing but their poses is known. */
    public SeenEvent(PoseFrame event, @Nullable Attention attention, Optional<SceneSignature> scene) {
        this(
                event,
                attention,
                scene,
                event.getPeople().stream().map(person -> Impression.NONE).toList());
    }

    boolean onlyPlayers() {
        return attention != null && attention.getOnlyPlayers();
    }
}
