package pose.trainer.judging.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Three frames running in which one person was found under one id and steadied: what tells how fast parts move, and how steadily.
 *
 * @param before, now, after the same person in the three frames
 */
record Passage(Moment before, Moment now, Moment after) {

    /** One person in one frame. */
    record Moment(double seconds, TruePresence truth, FoundPresence found) {

        boolean sameTrack(Moment other) {
            return found.track().isPresent()
                    && found.track().equals(other.found.track())
                    && found.smoothed().isPresent()
                    && other.found.smoothed().isPresent();
        }
    }

    /** Every such passage of a sequence. */
    static List<Passage> of(List<JudgedFrame> frames) {
        List<Passage> passages = new ArrayList<>();
        Map<Long, Moment> before = new HashMap<>();
        Map<Long, Moment> now = new HashMap<>();
        for (JudgedFrame frame : frames) {
            Map<Long, Moment> after = moments(frame);
            for (Map.Entry<Long, Moment> entry : after.entrySet()) {
                Moment a = before.get(entry.getKey());
                Moment b = now.get(entry.getKey());
                if (a != null && b != null && b.sameTrack(a) && b.sameTrack(entry.getValue())) {
                    passages.add(new Passage(a, b, entry.getValue()));
                }
            }
            before = now;
            now = after;
        }
        return passages;
    }

    private static Map<Long, Moment> moments(JudgedFrame judged) {
        Map<Long, Moment> moments = new HashMap<>();
        for (Pair pair : judged.pairs()) {
            TruePresence truth = judged.frame().truths().get(pair.truth());
            FoundPresence found = judged.frame().founds().get(pair.found());
            moments.put(truth.id(), new Moment(judged.frame().captureTimeUs() / 1e6, truth, found));
        }
        return moments;
    }

    /** The true speed of a part through all three frames, in pixels a second. */
    double speed(int part) {
        double first = before.truth()
                .keypoints()
                .get(part)
                .distanceTo(now.truth().keypoints().get(part));
        double second = now.truth()
                .keypoints()
                .get(part)
                .distanceTo(after.truth().keypoints().get(part));
        return Math.max(first / (now.seconds - before.seconds), second / (after.seconds - now.seconds));
    }
}
