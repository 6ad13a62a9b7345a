package pose.stream.track;

import java.util.List;
import pose.schema.PoseFrame;
import pose.schema.TrackEvent;
import pose.skeleton.Skeleton;
import pose.track.CameraTracks;
import pose.track.TrackChange;
import pose.track.TrackSettings;
import pose.track.TrackStep;

/**
 * An event in which everyone was followed: a function of the event, of the camera's events before, and of nothing else.
 *
 * @param next the camera's tracks after it; the very same as before where the frame was seen already
 * @param event with everyone's track; without those who do not play where the camera is not about them
 * @param changes who came and went at this frame, in order
 * @param told the same as records
 */
public record TrackedEvent(CameraTracks next, PoseFrame event, List<TrackChange> changes, List<TrackEvent> told) {

    public TrackedEvent {
        changes = List.copyOf(changes);
        told = List.copyOf(told);
    }

    /**
     * Follows everyone into one more event.
     *
     * @param before the camera's tracks before
     */
    public static TrackedEvent of(SeenEvent seen, CameraTracks before, TrackSettings settings) {
        PoseFrame event = seen.event();
        Skeleton skeleton = Skeleton.named(event.getSkeleton())
                .filter(known -> isOf(event, known))
                .orElse(null);
        if (skeleton == null) {
            // Poses whose parts are not known cannot be compared.
            return new TrackedEvent(before, event, List.of(), List.of());
        }
        TrackStep step = before.see(SeenFrames.of(seen, skeleton), settings);
        return new TrackedEvent(
                step.next(),
                TrackRecords.event(seen, step),
                step.changes(),
                TrackRecords.changes(event, before.last().orElse(null), step.changes()));
    }

    private static boolean isOf(PoseFrame event, Skeleton skeleton) {
        return event.getPeople().stream()
                .allMatch(person -> person.getKeypoints().size() == skeleton.size());
    }
}
