package pose.trainer.judging.sequence;

import java.util.ArrayList;
import java.util.List;

/** Sequences drawn in words: a frame is {@code "A1 B2"}, found ids behind whom they are alike to; {@code -} for nobody. */
final class IdentitySketch {

    private IdentitySketch() {}

    /** Frames as sketched, each as often as said before the colon: {@code "6: A1 B2"}. */
    static List<IdentityFrame> of(double alike, String... sketches) {
        List<IdentityFrame> frames = new ArrayList<>();
        for (String sketch : sketches) {
            String[] parts = sketch.split(": ", 2);
            for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
                frames.add(frame(alike, parts[1].split(" ", -1)));
            }
        }
        return frames;
    }

    private static IdentityFrame frame(double alike, String[] people) {
        List<Long> truths = new ArrayList<>();
        List<Long> founds = new ArrayList<>();
        List<List<Integer>> together = new ArrayList<>();
        for (String person : people) {
            boolean isTrue = person.charAt(0) != '-';
            boolean isFound = person.charAt(1) != '-';
            if (isTrue && isFound) {
                together.add(List.of(truths.size(), founds.size()));
            }
            if (isTrue) {
                truths.add((long) person.charAt(0));
            }
            if (isFound) {
                founds.add((long) person.charAt(1));
            }
        }
        return new IdentityFrame(truths, founds, (t, f) -> together.contains(List.of(t, f)) ? alike : 0);
    }
}
