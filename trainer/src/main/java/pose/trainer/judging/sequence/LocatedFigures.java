package pose.trainer.judging.sequence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import pose.trainer.crowd.judging.Counts;

/**
 * How many of the people were found, and how many of those found are people.
 *
 * @param all of them
 * @param sizes by extent in pixels, with the bounds between small, medium and large that COCO has; of what was found wrongly,
 *     by its own
 */
public record LocatedFigures(Counts all, Map<String, Counts> sizes) {

    private static final double SMALL = 32;
    private static final double MEDIUM = 96;

    public LocatedFigures {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }

    static LocatedFigures of(List<JudgedFrame> frames) {
        Map<String, Counts> sizes = new LinkedHashMap<>();
        sizes.put("below 32", counts(frames, extent -> extent < SMALL));
        sizes.put("32 to 96", counts(frames, extent -> extent >= SMALL && extent <= MEDIUM));
        sizes.put("above 96", counts(frames, extent -> extent > MEDIUM));
        return new LocatedFigures(counts(frames, extent -> true), sizes);
    }

    private static Counts counts(List<JudgedFrame> frames, DoublePredicate size) {
        long people = 0;
        long right = 0;
        long wrong = 0;
        for (JudgedFrame judged : frames) {
            SequenceFrame frame = judged.frame();
            people += frame.truths().stream()
                    .filter(truth -> size.test(truth.extent()))
                    .count();
            List<FoundPresence> left = new ArrayList<>(frame.founds());
            for (Pair pair : judged.pairs()) {
                right += size.test(frame.truths().get(pair.truth()).extent()) ? 1 : 0;
                left.remove(frame.founds().get(pair.found()));
            }
            wrong += left.stream().filter(found -> size.test(found.extent())).count();
        }
        return new Counts(people, right, wrong);
    }
}
