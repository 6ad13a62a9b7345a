package pose.e2e.chaos;

import java.util.List;

/**
 * How what came out compares with what was published.
 *
 * @param published how many frames
 * @param answered how many of them were answered
 * @param lost frames without an answer
 * @param repeated frames with more than one answer on the topic where it belongs; once for each answer too many
 * @param disordered frames whose first answer came after that of a later frame of the same camera, on one topic
 * @param misplaced frames answered by a pose where a dead letter belongs, or the other way round
 * @param strangers answers to frames that nobody published
 */
public record Verdict(
        long published,
        long answered,
        List<FrameId> lost,
        List<FrameId> repeated,
        List<FrameId> disordered,
        List<FrameId> misplaced,
        List<FrameId> strangers) {

    private static final int EXAMPLES = 10;

    public Verdict {
        lost = List.copyOf(lost);
        repeated = List.copyOf(repeated);
        disordered = List.copyOf(disordered);
        misplaced = List.copyOf(misplaced);
        strangers = List.copyOf(strangers);
    }

    /** Nothing lost, each camera's frames in order, each on its topic; repetitions are allowed. */
    public boolean atLeastOnce() {
        return lost.isEmpty() && disordered.isEmpty() && misplaced.isEmpty() && strangers.isEmpty();
    }

    /** As {@link #atLeastOnce}, and nothing repeated. */
    public boolean exactlyOnce() {
        return atLeastOnce() && repeated.isEmpty();
    }

    @Override
    public String toString() {
        return published + " published, " + answered + " answered" + told("lost", lost) + told("repeated", repeated)
                + told("out of order", disordered) + told("on the wrong topic", misplaced)
                + told("never published", strangers);
    }

    private static String told(String what, List<FrameId> frames) {
        if (frames.isEmpty()) {
            return ", 0 " + what;
        }
        String more = frames.size() > EXAMPLES ? ", …" : "";
        List<String> examples =
                frames.stream().limit(EXAMPLES).map(FrameId::toString).toList();
        return ", " + frames.size() + " " + what + " (" + String.join(", ", examples) + more + ")";
    }
}
