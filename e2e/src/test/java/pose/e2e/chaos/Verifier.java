package pose.e2e.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares answers with what was published. Believes nothing else: no counter of the stream, no log. */
public final class Verifier {

    private final Published published;
    private final Set<FrameId> answered = new HashSet<>();
    private final Set<FrameId> rightlyAnswered = new HashSet<>();
    private final Map<Lane, Long> newest = new HashMap<>();
    private final List<FrameId> repeated = new ArrayList<>();
    private final List<FrameId> disordered = new ArrayList<>();
    private final List<FrameId> misplaced = new ArrayList<>();
    private final List<FrameId> strangers = new ArrayList<>();

    private Verifier(Published published) {
        this.published = published;
    }

    /** Where order is a promise. */
    private record Lane(Answer.Kind kind, String camera) {}

    /**
     * Judges.
     *
     * @param answers all there are, in any order: partition and offset say theirs
     */
    public static Verdict judge(Published published, List<Answer> answers) {
        Verifier verifier = new Verifier(published);
        answers.stream()
                .sorted(Comparator.comparing(Answer::kind)
                        .thenComparingInt(Answer::partition)
                        .thenComparingLong(Answer::offset))
                .forEach(verifier::take);
        return verifier.verdict();
    }

    private void take(Answer answer) {
        FrameId frame = answer.frame();
        if (!published.contains(frame)) {
            strangers.add(frame);
            return;
        }
        answered.add(frame);
        if (!published.allows(frame, answer.kind())) {
            misplaced.add(frame);
        } else if (!rightlyAnswered.add(frame)) {
            repeated.add(frame);
        } else {
            long sequence = frame.sequence();
            if (newest.merge(new Lane(answer.kind(), frame.camera()), sequence, Math::max) > sequence) {
                disordered.add(frame);
            }
        }
    }

    private Verdict verdict() {
        List<FrameId> lost =
                published.ids().filter(frame -> !answered.contains(frame)).toList();
        return new Verdict(published.total(), answered.size(), lost, repeated, disordered, misplaced, strangers);
    }
}
