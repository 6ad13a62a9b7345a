package pose.trainer.data;

import java.util.Optional;
import pose.skeleton.Skeleton;

/**
 * Which people of a data set are taken, and as what.
 *
 * @param skeleton to convert the labels to, where they are of another
 * @param leastParts labelled parts a person needs after that, at least 1
 * @param excludes what is left out
 */
public record Selection(Optional<Skeleton> skeleton, int leastParts, ExcludeList excludes) {

    /** Everyone with a labelled part, in the data set's own skeleton. */
    public static final Selection EVERYONE = new Selection(Optional.empty(), 1, ExcludeList.NONE);

    public Selection {
        if (leastParts < 1) {
            throw new IllegalArgumentException("leastParts is " + leastParts + "; allowed: at least 1");
        }
    }

    /** This, in another skeleton. */
    public Selection in(Skeleton other) {
        return new Selection(Optional.of(other), leastParts, excludes);
    }
}
