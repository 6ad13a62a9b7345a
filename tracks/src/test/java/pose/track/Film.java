package pose.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.skeleton.Skeleton;

/** One camera's frames at 25 a second, shown to its tracks one after the other. */
final class Film {

    static final long FRAME_US = 40_000;
    static final long EPOCH = 1_000_000;

    final List<TrackChange> changes = new ArrayList<>();
    TrackSettings settings = TrackSettings.defaults();
    CameraTracks tracks = CameraTracks.none();
    long epoch = EPOCH;
    long sequence;
    long timeUs = 5_000_000;
    int width = 640;
    int height = 360;
    Optional<SceneSignature> scene = Optional.empty();

    /** Shows the next frame, one frame's time after the last. */
    TrackStep show(List<SeenPerson> people) {
        TrackStep step = tracks.see(frame(people), settings);
        tracks = step.next();
        changes.addAll(step.changes());
        sequence++;
        timeUs += FRAME_US;
        return step;
    }

    TrackStep show(SeenPerson... people) {
        return show(List.of(people));
    }

    /** Shows the same people so often; gives the last step. */
    TrackStep show(int times, SeenPerson... people) {
        TrackStep step = show(people);
        for (int time = 1; time < times; time++) {
            step = show(people);
        }
        return step;
    }

    SeenFrame frame(List<SeenPerson> people) {
        return new SeenFrame(epoch, sequence, timeUs, width, height, Skeleton.LSP14, people, scene);
    }

    /** The tracks of a step's people, 0 for nobody's. */
    static List<Long> ids(TrackStep step) {
        return step.people().stream().map(person -> person.track().orElse(0)).toList();
    }

    List<TrackChange.Kind> kinds() {
        return changes.stream().map(TrackChange::kind).toList();
    }
}
