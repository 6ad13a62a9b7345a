package pose.app.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pose.app.console.TextTable;

/**
 * What {@code pose bench ingest --live} measured.
 *
 * @param time that each run was measured for
 */
public record LatencyFigures(List<Run> runs, Duration time) {

    private static final double OURS_MILLIS = 20;

    /**
     * A camera of one rate.
     *
     * @param fps frames a second
     * @param frames that came
     * @param unread of them, whose time could not be read
     * @param missing frames that gaps tell of
     * @param latency from the time drawn to the arrival, ms
     */
    record Run(int fps, int frames, int unread, long missing, Quantiles latency) {

        double goalMillis() {
            return 1000.0 / fps + OURS_MILLIS;
        }
    }

    public LatencyFigures {
        runs = List.copyOf(runs);
    }

    /** A table; no line end behind the last line. */
    public String text() {
        TextTable table = new TextTable(
                "drawn → on the topic, ms",
                "frames",
                "missing",
                "unread",
                "p50",
                "p95",
                "p99",
                "highest",
                "goal of p99");
        runs.forEach(run -> table.row(
                run.fps() + " frames/s",
                Integer.toString(run.frames()),
                Long.toString(run.missing()),
                Integer.toString(run.unread()),
                one(run.latency().p50()),
                one(run.latency().p95()),
                one(run.latency().p99()),
                one(run.latency().max()),
                "≤ " + one(run.goalMillis())));
        return table.toString();
    }

    /** As {@code --json} writes it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seconds", time.toSeconds());
        map.put("processors", Runtime.getRuntime().availableProcessors());
        map.put("runs", runs.stream().map(LatencyFigures::map).toList());
        return map;
    }

    private static Map<String, Object> map(Run run) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("frames_per_second", run.fps());
        map.put("frames", run.frames());
        map.put("missing_frames", run.missing());
        map.put("unread_frames", run.unread());
        map.putAll(run.latency().inMillis("latency"));
        map.put("latency_p99_goal_ms", run.goalMillis());
        return map;
    }

    private static String one(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }
}
