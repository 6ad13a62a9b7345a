package pose.trainer.judging.sequence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The CLEAR MOT metrics (Bernardin and Stiefelhagen, Evaluating Multiple Object Tracking Performance, EURASIP JIVP 2008):
 * frame by frame, who is together stays together while alike enough, and the rest is brought together for the greatest
 * likeness.
 *
 * @param people true places
 * @param missed true places where nobody was found
 * @param wrong places found where nobody is
 * @param switches how often somebody was found under another id than the last time they were found
 */
public record ClearFigures(long people, long missed, long wrong, long switches) {

    /** More than any sum of likenesses of one frame, so that who was together stays so. */
    private static final double TOGETHER = 1000;

    /** @param least from which likeness on a true and a found place are the same */
    static ClearFigures of(List<IdentityFrame> frames, double least) {
        Map<Long, Long> lastFound = new HashMap<>();
        Map<Long, Long> before = new HashMap<>();
        long people = 0;
        long missed = 0;
        long wrong = 0;
        long switches = 0;
        for (IdentityFrame frame : frames) {
            Map<Long, Long> last = Map.copyOf(before);
            List<Pair> pairs = frame.pairs((t, f) -> {
                double alike = frame.alike(t, f);
                boolean same =
                        frame.founds().get(f).equals(last.get(frame.truths().get(t)));
                return alike < least ? 0 : alike + (same ? TOGETHER : 0);
            });
            before.clear();
            for (Pair pair : pairs) {
                long truth = frame.truths().get(pair.truth());
                long found = frame.founds().get(pair.found());
                before.put(truth, found);
                Long former = lastFound.put(truth, found);
                switches += former != null && former != found ? 1 : 0;
            }
            people += frame.truths().size();
            missed += frame.truths().size() - pairs.size();
            wrong += frame.founds().size() - pairs.size();
        }
        return new ClearFigures(people, missed, wrong, switches);
    }

    /** MOTA: 1 − (missed + wrong + switches) / people; at most 1, and below 0 where more is wrong than there are people. */
    public double accuracy() {
        return 1 - (double) (missed + wrong + switches) / people;
    }
}
