package pose.track;

import java.util.List;

/**
 * What one frame leads to.
 *
 * @param next the camera's tracks after it; the very same as before where the frame was seen already
 * @param people one a person of the frame, in the frame's order
 * @param changes in the order in which they are to be told
 * @param cut whether the frame begins another scene
 */
public record TrackStep(CameraTracks next, List<TrackedPerson> people, List<TrackChange> changes, boolean cut) {

    public TrackStep {
        people = List.copyOf(people);
        changes = List.copyOf(changes);
    }
}
