package pose.app.bench;

import java.util.List;

/**
 * What {@code pose bench tracks} measures.
 *
 * @param people how many of a match's twelve are followed, each number measured for itself; 1 to 12
 * @param frames of the match; from 2 on, the first half being for the code to get warm
 */
public record TracksPlan(List<Integer> people, int frames) {

    /** Who plays in a rendered match, at most. */
    static final int MATCH = 12;

    public TracksPlan {
        people = List.copyOf(people);
        for (int count : people) {
            if (count < 1 || count > MATCH) {
                throw new IllegalArgumentException("--people is " + count + "; allowed: 1 to " + MATCH);
            }
        }
        if (frames < 2) {
            throw new IllegalArgumentException("--frames is " + frames + "; allowed: at least 2");
        }
    }
}
