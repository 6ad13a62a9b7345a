package pose.trainer.judging;

import java.util.Set;

/**
 * PCK by the head (Andriluka et al., CVPR 2014): the scale is 0.6 × the diagonal of the head's box, and the mean leaves
 * out pelvis and thorax, whose figures by part are there.
 */
public record Pckh(double threshold) implements Metric {

    private static final Set<String> OUT_OF_MEAN = Set.of("pelvis", "thorax");

    public Pckh {
        Metric.requireThreshold("pckh", threshold);
    }

    @Override
    public String kind() {
        return "pckh";
    }

    @Override
    public Pckh at(double other) {
        return new Pckh(other);
    }

    @Override
    public Figures judge(Judged judged) {
        return PartCount.figures(name(), judged, threshold, OUT_OF_MEAN);
    }
}
