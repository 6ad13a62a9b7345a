package pose.trainer.crowd.judging;

/**
 * How sightings and people came together.
 *
 * @param people labelled
 * @param right sightings of somebody
 * @param wrong sightings of nobody, or of somebody again
 */
public record Counts(long people, long right, long wrong) {

    /** The share of people who were found; NaN where there are none. */
    public double recall() {
        return (double) right / people;
    }

    /** The share of sightings that are somebody; NaN where there are none. */
    public double precision() {
        return (double) right / (right + wrong);
    }

    /** The harmonic mean of both: 2 right / (2 right + wrong + missed). */
    public double f1() {
        return 2.0 * right / Math.max(1, right + wrong + people);
    }
}
