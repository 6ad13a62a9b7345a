package pose.trainer.judging.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pose.trainer.judging.Curve;

/** Left and right as one: a metric's curve by kind of part. */
final class PartGroups {

    /** Before a part's name, and before each of a limb's. */
    private static final Pattern SIDE = Pattern.compile("(?<=^|-)[lr]_");

    private PartGroups() {}

    /** The mean of each group's curves, by the name of the part (or limb) without its side, in the order of the parts. */
    static Map<String, List<Double>> of(Curve curve) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String part : curve.parts()) {
            groups.computeIfAbsent(withoutSide(part), group -> new ArrayList<>())
                    .add(part);
        }
        Map<String, List<Double>> means = new LinkedHashMap<>();
        groups.forEach((group, parts) -> means.put(group, mean(curve, parts)));
        return means;
    }

    private static String withoutSide(String part) {
        String name = SIDE.matcher(part).replaceAll("").replace('_', ' ');
        // A limb of the left may run the other way than its like of the right.
        return Stream.of(name.split("-", -1)).sorted().collect(Collectors.joining("-"));
    }

    private static List<Double> mean(Curve curve, List<String> parts) {
        List<Double> mean = new ArrayList<>();
        for (int i = 0; i < curve.points().size(); i++) {
            double sum = 0;
            for (String part : parts) {
                sum += curve.of(part).get(i);
            }
            mean.add(sum / parts.size());
        }
        return mean;
    }
}
