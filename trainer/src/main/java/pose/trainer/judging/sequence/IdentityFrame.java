package pose.trainer.judging.sequence;

import java.util.HashSet;
import java.util.List;

/** Who truly was in one frame, who was found there, and how alike each of the one is to each of the other. */
final class IdentityFrame {

    /** How alike one of the truth and one of those found are. */
    @FunctionalInterface
    interface Likeness {

        /** 0 for nothing in common, 1 for the very same. */
        double between(int truth, int found);
    }

    private final List<Long> truths;
    private final List<Long> founds;
    private final double[][] alike;

    /**
     * @param truths ids of who truly was there, each once
     * @param founds ids of who was found, each once
     */
    IdentityFrame(List<Long> truths, List<Long> founds, Likeness likeness) {
        this.truths = eachOnce(truths);
        this.founds = eachOnce(founds);
        alike = new double[truths.size()][founds.size()];
        for (int t = 0; t < truths.size(); t++) {
            for (int f = 0; f < founds.size(); f++) {
                alike[t][f] = likeness.between(t, f);
            }
        }
    }

    private static List<Long> eachOnce(List<Long> ids) {
        if (new HashSet<>(ids).size() < ids.size()) {
            throw new IllegalArgumentException("one frame has the ids " + ids + "; each may be there once");
        }
        return List.copyOf(ids);
    }

    List<Long> truths() {
        return truths;
    }

    List<Long> founds() {
        return founds;
    }

    double alike(int truth, int found) {
        return alike[truth][found];
    }

    /** Brings both together so that the sum of the scores is greatest; what scores 0 or less stays apart. */
    List<Pair> pairs(Likeness score) {
        return Pair.best(truths.size(), founds.size(), score);
    }
}
