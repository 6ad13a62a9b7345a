package pose.trainer.judging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a metric found, in per cent.
 *
 * @param name of the metric with its threshold, e.g. {@code pck@0.2}
 * @param mean over the parts (or limbs), each weighing the same; absent where nothing was labelled
 * @param parts by part or limb, in skeleton order; what was never labelled is absent
 * @param people judged
 */
public record Figures(String name, OptionalDouble mean, Map<String, Double> parts, int people) {

    public Figures {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    static Figures of(String name, Map<String, Share> shares, Set<String> outOfMean, int people) {
        Map<String, Double> parts = new LinkedHashMap<>();
        shares.forEach((part, share) -> {
            if (!share.isEmpty()) {
                parts.put(part, share.perCent());
            }
        });
        return new Figures(name, mean(parts, outOfMean), parts, people);
    }

    static OptionalDouble mean(Map<String, Double> parts, Set<String> outOfMean) {
        return parts.entrySet().stream()
                .filter(part -> !outOfMean.contains(part.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .average();
    }

    /** {@code {"mean": …, "parts": {…}, "people": …}} in per cent, rounded to a hundredth. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        mean.ifPresent(value -> map.put("mean", hundredths(value)));
        Map<String, Object> byPart = new LinkedHashMap<>();
        parts.forEach((part, value) -> byPart.put(part, hundredths(value)));
        map.put("parts", byPart);
        map.put("people", people);
        return map;
    }

    static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
