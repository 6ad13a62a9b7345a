package pose.trainer.judging.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Identities over a whole sequence (Ristani et al., Performance Measures and a Data Set for Multi-Target, Multi-Camera
 * Tracking, ECCV 2016 workshops): each true trajectory is given one found trajectory at most, so that as many frames as can be
 * are explained; what is then not explained counts against it.
 *
 * @param right frames of true trajectories in which their found trajectory is there
 * @param missed frames of true trajectories without (IDFN)
 * @param wrong frames of found trajectories without their true one (IDFP)
 */
public record IdentityFigures(long right, long missed, long wrong) {

    /** @param least from which likeness on a true and a found place are the same */
    static IdentityFigures of(List<IdentityFrame> frames, double least) {
        Map<Long, Integer> truths = new HashMap<>();
        Map<Long, Integer> founds = new HashMap<>();
        Map<List<Integer>, Integer> together = new HashMap<>();
        long allTrue = 0;
        long allFound = 0;
        for (IdentityFrame frame : frames) {
            List<Integer> columns = new ArrayList<>();
            frame.founds().forEach(id -> columns.add(number(founds, id)));
            for (int t = 0; t < frame.truths().size(); t++) {
                int row = number(truths, frame.truths().get(t));
                for (int f = 0; f < columns.size(); f++) {
                    if (frame.alike(t, f) >= least) {
                        together.merge(List.of(row, columns.get(f)), 1, Integer::sum);
                    }
                }
            }
            allTrue += frame.truths().size();
            allFound += frame.founds().size();
        }
        long right = Pair.best(truths.size(), founds.size(), (t, f) -> together.getOrDefault(List.of(t, f), 0)).stream()
                .mapToLong(pair -> together.getOrDefault(List.of(pair.truth(), pair.found()), 0))
                .sum();
        return new IdentityFigures(right, allTrue - right, allFound - right);
    }

    private static int number(Map<Long, Integer> numbers, long id) {
        Integer known = numbers.putIfAbsent(id, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    /** 2 right / (2 right + missed + wrong), 0 to 1; NaN where there is nobody. */
    public double f1() {
        return 2.0 * right / (2.0 * right + missed + wrong);
    }

    /** The share of what was found that is whom it is said to be. */
    public double precision() {
        return (double) right / (right + wrong);
    }

    /** The share of the truth that was found under one name. */
    public double recall() {
        return (double) right / (right + missed);
    }
}
