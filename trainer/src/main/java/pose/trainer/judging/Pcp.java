package pose.trainer.judging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Percentage of correct parts (Ferrari et al., CVPR 2008; the strict form): a limb counts as right where each of its two
 * ends is within {@code threshold} times the limb's true length, half of it by custom. It needs no other scale. Limbs
 * with an end that is not labelled, or of no length, are left out.
 *
 * @param limbs what is judged
 */
public record Pcp(double threshold, List<NamedLimb> limbs) implements Metric {

    public Pcp {
        Metric.requireThreshold("pcp", threshold);
        limbs = List.copyOf(limbs);
    }

    @Override
    public String kind() {
        return "pcp";
    }

    @Override
    public Pcp at(double other) {
        return new Pcp(other, limbs);
    }

    /** Figures by limb, named as {@link NamedLimb#name()}; limbs of parts that these people do not have are left out. */
    @Override
    public Figures judge(Judged judged) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (NamedLimb limb : limbs) {
            int from = judged.parts().indexOf(limb.from());
            int to = judged.parts().indexOf(limb.to());
            if (from >= 0 && to >= 0) {
                shares.put(limb.name(), share(judged, from, to));
            }
        }
        return Figures.of(name(), shares, Set.of(), judged.people().size());
    }

    private Share share(Judged judged, int from, int to) {
        Share share = new Share();
        for (JudgedPerson person : judged.people()) {
            JudgedPart first = person.parts().get(from);
            JudgedPart second = person.parts().get(to);
            if (first.isLabelled() && second.isLabelled()) {
                double length =
                        first.truth().orElseThrow().distanceTo(second.truth().orElseThrow());
                if (length > 0) {
                    share.count(first.isWithin(threshold * length) && second.isWithin(threshold * length));
                }
            }
        }
        return share;
    }
}
