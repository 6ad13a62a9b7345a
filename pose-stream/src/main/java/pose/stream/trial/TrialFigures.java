package pose.stream.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import pose.skeleton.Skeleton;

/**
 * What has been seen of a candidate so far.
 *
 * @param frames that both versions have looked at
 * @param distance mean distance between the two, as a share of the person's extent
 * @param largest the largest distance of a frame
 * @param stableScore mean score of what the serving version saw, 0 to 1
 * @param candidateScore the same of the candidate
 * @param latencyRatio how many times the serving version's time a frame the candidate takes, both alone; empty where that
 *     was not measured
 * @param skeleton whose parts
 * @param parts mean distance of each part; empty where nobody was seen
 */
public record TrialFigures(
        long frames,
        double distance,
        double largest,
        double stableScore,
        double candidateScore,
        OptionalDouble latencyRatio,
        String skeleton,
        List<Double> parts) {

    public TrialFigures {
        parts = List.copyOf(parts);
    }

    /** How much lower the candidate's mean score is; negative where it is higher. */
    public double scoreDrop() {
        return stableScore - candidateScore;
    }

    /** By name, as an event tells them; parts as {@code distance.r_ankle}. */
    public Map<String, Double> byName() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("frames", (double) frames);
        figures.put("distance", distance);
        figures.put("distance_largest", largest);
        figures.put("score_stable", stableScore);
        figures.put("score_candidate", candidateScore);
        latencyRatio.ifPresent(ratio -> figures.put("latency_ratio", ratio));
        List<String> names = Skeleton.named(skeleton).map(Skeleton::parts).orElse(List.of());
        for (int p = 0; p < parts.size(); p++) {
            String part = names.size() == parts.size() ? names.get(p) : Integer.toString(p);
            figures.put("distance." + part, parts.get(p));
        }
        return figures;
    }

    @Override
    public String toString() {
        String ratio =
                latencyRatio.isPresent() ? String.format(Locale.ROOT, ", time × %.2f", latencyRatio.getAsDouble()) : "";
        return String.format(
                Locale.ROOT,
                "frames %d, distance %.4f, score %.3f → %.3f%s",
                frames,
                distance,
                stableScore,
                candidateScore,
                ratio);
    }
}
