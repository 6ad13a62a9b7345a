package pose.trainer.labels;

import java.util.List;

/**
 * Labels of one person that are probably wrong, for one reason.
 *
 * @param parts indices in the skeleton of the labels concerned, at least one
 * @param score how far beyond the believable: 1 is as far as the data set's own outer fence, see {@link Fence}; comparable
 *     between reasons
 */
public record Suspicion(CheckedPerson person, List<Integer> parts, SuspicionReason reason, double score) {

    public Suspicion {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || !(score > 0)) {
            throw new IllegalArgumentException("a suspicion of " + person.id() + " names " + parts.size()
                    + " parts with score " + score + "; it needs at least one, and a score above 0");
        }
    }
}
