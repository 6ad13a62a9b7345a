package pose.trainer.judging;

import java.util.Set;

/**
 * Percentage of detected joints (Sapp and Taylor, CVPR 2013; Toshev and Szegedy, CVPR 2014): a joint is detected within
 * {@code threshold} torso lengths. It is PCK's count read as a curve over the threshold, see {@link Curve}.
 */
public record Pdj(double threshold) implements Metric {

    public Pdj {
        Metric.requireThreshold("pdj", threshold);
    }

    @Override
    public String kind() {
        return "pdj";
    }

    @Override
    public Pdj at(double other) {
        return new Pdj(other);
    }

    @Override
    public Figures judge(Judged judged) {
        return PartCount.figures(name(), judged, threshold, Set.of());
    }
}
