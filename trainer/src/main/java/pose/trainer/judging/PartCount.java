package pose.trainer.judging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Counts parts right and labelled; PCK, PCKh and PDJ differ only in scale and mean. */
final class PartCount {

    private PartCount() {}

    /**
     * The share of each part's labels that were met.
     *
     * @param threshold scales of a part within which it is right
     * @param outOfMean parts that the mean leaves out
     */
    static Figures figures(String name, Judged judged, double threshold, Set<String> outOfMean) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (int p = 0; p < judged.parts().size(); p++) {
            Share share = new Share();
            for (JudgedPerson person : judged.people()) {
                JudgedPart part = person.parts().get(p);
                if (part.isLabelled()) {
                    share.count(part.isWithin(threshold * part.scale()));
                }
            }
            shares.put(judged.parts().get(p), share);
        }
        return Figures.of(name, shares, outOfMean, judged.people().size());
    }
}
