package pose.trainer.judging;

import java.util.Set;

/**
 * Percentage of correct keypoints (Yang and Ramanan, PAMI 2013): a part counts as right within {@code threshold} scales
 * of its label, the scale being the torso's length, see {@link Torso}. The mean is that over the parts, each part
 * weighing the same.
 */
public record Pck(double threshold) implements Metric {

    public Pck {
        Metric.requireThreshold("pck", threshold);
    }

    @Override
    public String kind() {
        return "pck";
    }

    @Override
    public Pck at(double other) {
        return new Pck(other);
    }

    @Override
    public Figures judge(Judged judged) {
        return PartCount.figures(name(), judged, threshold, Set.of());
    }
}
