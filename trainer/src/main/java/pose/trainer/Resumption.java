package pose.trainer;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Whether a run may go on under an experiment: what it goes on to learn must be what it would have learnt.
 *
 * <p>May change: {@code name}, {@code loaders}, {@code checkpointMinutes}, the folders {@code run}, {@code store} and those
 * that data sets lie in, and how long it goes on ({@code phases}, {@code lessonEpochs}), as long as what was begun keeps
 * its place.
 */
final class Resumption {

    private static final Set<String> FREE = Set.of("name", "loaders", "checkpointMinutes", "phases", "lessonEpochs");

    private Resumption() {}

    /**
     * Checks that {@code now} goes on with what {@code before} began.
     *
     * @param file the earlier experiment's, for messages
     * @param epoch where the run stands, from 0
     * @throws IllegalArgumentException naming the keys that differ
     */
    static void check(Experiment before, Experiment now, Path file, int epoch) {
        List<String> differences = ExperimentYaml.differences(before, now, FREE);
        if (!differences.isEmpty()) {
            throw refused(file, String.join(", ", differences));
        }
        if (!before.architecture().input().equals(now.architecture().input())) {
            throw refused(
                    file,
                    "phases: the last inputSize, at which epochs are judged, "
                            + before.architecture().input().width() + " → "
                            + now.architecture().input().width());
        }
        for (int e = 0; e <= Math.min(epoch, before.epochs() - 1); e++) {
            if (before.phase(e).inputSize() != now.phase(e).inputSize()) {
                throw refused(
                        file,
                        "phases: inputSize of epoch " + (e + 1) + ", which has begun, "
                                + before.phase(e).inputSize() + " → "
                                + now.phase(e).inputSize());
            }
            if (!before.course().at(e).isBegunLike(now.course().at(e))) {
                throw refused(file, "lessonEpochs: epoch " + (e + 1) + ", which has begun, is of another lesson");
            }
        }
    }

    private static IllegalArgumentException refused(Path file, String what) {
        return new IllegalArgumentException("the run cannot resume under another experiment than " + file + ": " + what
                + "; change it back, or begin anew in another run folder (without --resume in the same)");
    }
}
