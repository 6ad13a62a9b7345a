package pose.trainer.data;

/**
 * Which people of a data set are taken.
 *
 * @param leastParts labelled parts a person needs, at least 1
 */
public record Selection(int leastParts) {

    /** Everyone with a labelled part. */
    public static final Selection EVERYONE = new Selection(1);

    public Selection {
        if (leastParts < 1) {
            throw new IllegalArgumentException("leastParts is " + leastParts + "; allowed: at least 1");
        }
    }
}
