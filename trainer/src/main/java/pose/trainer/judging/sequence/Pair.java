package pose.trainer.judging.sequence;

import java.util.ArrayList;
import java.util.List;
import pose.track.Assignment;
import pose.trainer.judging.sequence.IdentityFrame.Likeness;

/**
 * One of the truth and one of those found who belong together.
 *
 * @param truth place in the list of the truth
 * @param found place in the list of those found
 */
record Pair(int truth, int found) {

    /** Brings both lists together so that the sum of the scores is greatest; what scores 0 or less stays apart. */
    static List<Pair> best(int truths, int founds, Likeness score) {
        double[][] cost = new double[truths][founds];
        for (int t = 0; t < truths; t++) {
            for (int f = 0; f < founds; f++) {
                cost[t][f] = -Math.max(0, score.between(t, f));
            }
        }
        int[] columns = Assignment.solve(cost);
        List<Pair> pairs = new ArrayList<>();
        for (int t = 0; t < truths; t++) {
            if (columns[t] >= 0 && cost[t][columns[t]] < 0) {
                pairs.add(new Pair(t, columns[t]));
            }
        }
        return pairs;
    }
}
