package pose.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pose.app.console.TextTable;

/**
 * What following people costs.
 *
 * @param figures one for each number of people, in the plan's order
 */
public record TracksReport(TracksPlan plan, List<Figures> figures) {

    /** The goal for a frame, microseconds. */
    public static final double MICROS_GOAL = 200;

    /** The goal for what is stored of {@link #CAMERAS} cameras, KiB. */
    public static final double KIBIBYTES_GOAL = 1024;

    /** So many cameras the goal is about. */
    public static final int CAMERAS = 100;

    public TracksReport {
        figures = List.copyOf(figures);
    }

    /**
     * Of one number of people, over the later half of the frames.
     *
     * @param people of the match, who are not all in the picture all the time
     * @param followed most who had a track in one frame
     * @param medianMicros of a frame
     * @param p99Micros of a frame
     * @param meanBytes stored of the camera
     * @param mostBytes stored of the camera
     */
    public record Figures(
            int people, int followed, double medianMicros, double p99Micros, double meanBytes, int mostBytes) {

        /** Cameras are not at their most all at once. */
        double kibibytesOfCameras() {
            return CAMERAS * meanBytes / 1024;
        }
    }

    /** Several lines for people. */
    public String text() {
        TextTable table = new TextTable(
                "people", "followed", "µs a frame", "p99", "bytes a camera", "most", "KiB for " + CAMERAS + " cameras");
        for (Figures each : figures) {
            table.row(
                    Integer.toString(each.people()),
                    Integer.toString(each.followed()),
                    one(each.medianMicros()),
                    one(each.p99Micros()),
                    String.format(Locale.ROOT, "%.0f", each.meanBytes()),
                    Integer.toString(each.mostBytes()),
                    one(each.kibibytesOfCameras()));
        }
        return String.join(
                System.lineSeparator(),
                String.format(
                        Locale.ROOT,
                        "the later half of %d frames (medians); colours, tracks and smoothing, on one of %d processors; goals: "
                                + "%.0f µs a frame, %.0f KiB for %d cameras",
                        plan.frames(),
                        Runtime.getRuntime().availableProcessors(),
                        MICROS_GOAL,
                        KIBIBYTES_GOAL,
                        CAMERAS),
                table.toString());
    }

    /** For a file of figures. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("frames", plan.frames());
        List<Map<String, Object>> crowds = new ArrayList<>();
        for (Figures each : figures) {
            Map<String, Object> crowd = new LinkedHashMap<>();
            crowd.put("people", each.people());
            crowd.put("followed", each.followed());
            crowd.put("median_us", each.medianMicros());
            crowd.put("p99_us", each.p99Micros());
            crowd.put("mean_bytes_a_camera", each.meanBytes());
            crowd.put("most_bytes_a_camera", each.mostBytes());
            crowd.put("kib_for_" + CAMERAS + "_cameras", each.kibibytesOfCameras());
            crowds.add(crowd);
        }
        map.put("crowds", crowds);
        return map;
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
