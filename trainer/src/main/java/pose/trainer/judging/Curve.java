package pose.trainer.judging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A metric's figures over its threshold, from 0 to {@link #RANGE} in steps of 0.01, and the area under them (AUC): by
 * the trapezoid rule over these points, as a share of the whole area, in per cent.
 *
 * @param kind of the metric, e.g. {@code pck}
 * @param points the figures at each threshold, rising
 */
public record Curve(String kind, List<Figures> points) {

    /** The largest threshold. */
    public static final double RANGE = 0.5;

    private static final int STEPS = 50;

    public Curve {
        points = List.copyOf(points);
    }

    public static Curve of(Metric metric, Judged judged) {
        List<Figures> points = new ArrayList<>(STEPS + 1);
        for (int i = 0; i <= STEPS; i++) {
            points.add(metric.at(threshold(i)).judge(judged));
        }
        return new Curve(metric.kind(), points);
    }

    private static double threshold(int step) {
        return step / 100.0;
    }

    /** The thresholds of {@link #points()}. */
    public List<Double> thresholds() {
        List<Double> thresholds = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            thresholds.add(threshold(i));
        }
        return thresholds;
    }

    /** The area under the mean; absent where nothing was labelled. */
    public OptionalDouble area() {
        return points.stream().anyMatch(point -> point.mean().isEmpty())
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        area(points.stream().map(p -> p.mean().orElseThrow()).toList()));
    }

    /** The area under one part's figures, by part. */
    public Map<String, Double> areas() {
        Map<String, Double> areas = new LinkedHashMap<>();
        for (String part : parts()) {
            areas.put(part, area(of(part)));
        }
        return areas;
    }

    /** The figures of one part that {@link #parts()} has. */
    public List<Double> of(String part) {
        return points.stream()
                .map(point -> point.parts().getOrDefault(part, 0.0))
                .toList();
    }

    /** The parts that were labelled at all. */
    public Set<String> parts() {
        return points.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(points.get(0).parts().keySet());
    }

    private static double area(List<Double> values) {
        double sum = 0;
        for (int i = 1; i < values.size(); i++) {
            sum += (values.get(i - 1) + values.get(i)) / 2;
        }
        return sum / (values.size() - 1);
    }

    /** {@code {"auc": {"mean": …, "parts": {…}}, "thresholds": […], "mean": […], "parts": {"r_ankle": […], …}}}. */
    public Map<String, Object> toMap() {
        Map<String, Object> auc = new LinkedHashMap<>();
        area().ifPresent(value -> auc.put("mean", Figures.hundredths(value)));
        Map<String, Object> areas = new LinkedHashMap<>();
        areas().forEach((part, value) -> areas.put(part, Figures.hundredths(value)));
        auc.put("parts", areas);
        Map<String, Object> byPart = new LinkedHashMap<>();
        for (String part : parts()) {
            byPart.put(part, rounded(of(part)));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("auc", auc);
        map.put("thresholds", thresholds());
        map.put(
                "mean",
                rounded(points.stream()
                        .flatMap(point -> point.mean().stream().boxed())
                        .toList()));
        map.put("parts", byPart);
        return map;
    }

    private static List<Double> rounded(List<Double> values) {
        return values.stream().map(Figures::hundredths).toList();
    }
}
