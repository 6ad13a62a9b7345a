package pose.trainer.judging.sequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A frame without those of the truth who are hidden too much to be asked for, and without whoever was found in their places:
 * finding them is neither right nor wrong.
 *
 * @param pairs places in both lists of who is the same: squares that have most in common, half of what both cover at least
 */
record JudgedFrame(SequenceFrame frame, List<Pair> pairs) {

    /** Intersection over union of squares from which on they are of the same person. */
    static final double SAME = 0.5;

    /** @param leastVisible share of somebody's parts that must be visible */
    static JudgedFrame of(SequenceFrame frame, double leastVisible) {
        Set<Integer> hidden = new HashSet<>();
        Set<Integer> unasked = new HashSet<>();
        for (int t = 0; t < frame.truths().size(); t++) {
            if (frame.truths().get(t).visible() < leastVisible) {
                hidden.add(t);
            }
        }
        for (Pair pair : together(frame)) {
            if (hidden.contains(pair.truth())) {
                unasked.add(pair.found());
            }
        }
        SequenceFrame asked = new SequenceFrame(
                frame.captureTimeUs(),
                frame.width(),
                frame.height(),
                without(frame.truths(), hidden),
                without(frame.founds(), unasked));
        return new JudgedFrame(asked, together(asked));
    }

    /** Who was found at a place of the truth. */
    Optional<FoundPresence> foundAt(int truth) {
        return pairs.stream()
                .filter(pair -> pair.truth() == truth)
                .map(pair -> frame.founds().get(pair.found()))
                .findFirst();
    }

    static double alike(TruePresence truth, FoundPresence found) {
        return truth.square().overlap(found.box());
    }

    private static List<Pair> together(SequenceFrame frame) {
        return Pair.best(frame.truths().size(), frame.founds().size(), (t, f) -> {
            double alike = alike(frame.truths().get(t), frame.founds().get(f));
            return alike < SAME ? 0 : alike;
        });
    }

    private static <T> List<T> without(List<T> all, Set<Integer> places) {
        List<T> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!places.contains(i)) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }
}
