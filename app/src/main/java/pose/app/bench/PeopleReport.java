package pose.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import pose.app.console.TextTable;

/**
 * What people in a frame cost.
 *
 * @param turns at least one
 */
public record PeopleReport(PeoplePlan plan, List<Turn> turns) {

    /** The goal: how far a frame's cost may be from the sum of its parts'. */
    public static final double GOAL = 0.10;

    public PeopleReport {
        turns = List.copyOf(turns);
    }

    /**
     * Everything once.
     *
     * @param locatorMillis of a frame, alone and in full batches
     * @param poseMillis of a person, alone and in full batches
     * @param frameMillis of a frame through the stream, by how many people are in it
     */
    public record Turn(double locatorMillis, double poseMillis, Map<Integer, Double> frameMillis) {

        public Turn {
            frameMillis = Map.copyOf(frameMillis);
        }
    }

    double locatorMillis() {
        return median(Turn::locatorMillis);
    }

    double poseMillis() {
        return median(Turn::poseMillis);
    }

    /** Of a frame with so many people, through the stream. */
    double frameMillis(int people) {
        return median(turn -> turn.frameMillis().getOrDefault(people, Double.NaN));
    }

    /** What its parts cost. */
    double expectedMillis(int people) {
        return locatorMillis() + people * poseMillis();
    }

    /** Measured over expected; 1 where a frame costs what its parts do. */
    double ratio(int people) {
        return frameMillis(people) / expectedMillis(people);
    }

    private double median(ToDoubleFunction<Turn> figure) {
        return Quantiles.median(turns.stream().mapToDouble(figure).toArray());
    }

    /** Several lines for people. */
    public String text() {
        TextTable table = new TextTable("people in a frame", "ms a frame", "locator + people × pose, ms", "ratio");
        for (int people : plan.people()) {
            table.row(
                    Integer.toString(people),
                    two(frameMillis(people)),
                    two(expectedMillis(people)),
                    String.format(Locale.ROOT, "%.3f", ratio(people)));
        }
        return String.join(
                System.lineSeparator(),
                String.format(
                        Locale.ROOT,
                        "%d×%d, batches of %d, %d turns (medians), %d processors; alone: locator %.2f ms a frame, pose %.2f ms "
                                + "a person; goal: ratio %.2f to %.2f",
                        plan.width(),
                        plan.height(),
                        plan.batching().maxBatch(),
                        turns.size(),
                        Runtime.getRuntime().availableProcessors(),
                        locatorMillis(),
                        poseMillis(),
                        1 - GOAL,
                        1 + GOAL),
                table.toString());
    }

    /** For a file of figures. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("width", plan.width());
        map.put("height", plan.height());
        map.put("max_batch", plan.batching().maxBatch());
        map.put("turns", turns.size());
        map.put("locator_ms", locatorMillis());
        map.put("pose_ms", poseMillis());
        List<Map<String, Object>> frames = new ArrayList<>();
        for (int people : plan.people()) {
            Map<String, Object> frame = new LinkedHashMap<>();
            frame.put("people", people);
            frame.put("frame_ms", frameMillis(people));
            frame.put("expected_ms", expectedMillis(people));
            frame.put("ratio", ratio(people));
            frames.add(frame);
        }
        map.put("frames", frames);
        return map;
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
