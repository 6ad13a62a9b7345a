package pose.app.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pose.app.console.TextTable;

/**
 * What {@code pose bench ingest --cameras} measured.
 *
 * @param fps of each camera
 * @param time that each run was measured for
 */
public record CamerasFigures(List<Run> runs, int fps, Duration time) {

    private static final double MEBIBYTES = 150;
    private static final double MEBIBYTES_A_CAMERA = 25;

    /**
     * With so many cameras.
     *
     * @param framesPerSecond that came onto the topic, of all cameras
     * @param missing frames that gaps tell of
     * @param cpuMillisASecond processor time of ingest a second and camera, in ms
     * @param residentMebibytes the most that the ingest process had in RAM at a reading, once a second
     * @param threads of that process
     * @param guardMebibytes of the guard's process beside it
     */
    public record Run(
            int cameras,
            double framesPerSecond,
            long missing,
            double cpuMillisASecond,
            double residentMebibytes,
            int threads,
            double guardMebibytes) {

        double goalMebibytes() {
            return MEBIBYTES + MEBIBYTES_A_CAMERA * cameras;
        }
    }

    public CamerasFigures {
        runs = List.copyOf(runs);
    }

    /** The dearest camera's processor time over the cheapest one's, over the runs. */
    double cpuRatio() {
        double most = runs.stream().mapToDouble(Run::cpuMillisASecond).max().orElse(Double.NaN);
        return most / runs.stream().mapToDouble(Run::cpuMillisASecond).min().orElse(Double.NaN);
    }

    /** A table; no line end behind the last line. */
    public String text() {
        TextTable table = new TextTable(
                "cameras of 640×360, " + fps + " frames/s",
                "frames/s",
                "missing",
                "CPU, ms/s a camera",
                "MiB",
                "goal",
                "threads");
        runs.forEach(run -> table.row(
                Integer.toString(run.cameras()),
                one(run.framesPerSecond()),
                Long.toString(run.missing()),
                one(run.cpuMillisASecond()),
                one(run.residentMebibytes()),
                "≤ " + Math.round(run.goalMebibytes()),
                Integer.toString(run.threads())));
        return table
                + System.lineSeparator()
                + System.lineSeparator()
                + String.format(
                        Locale.ROOT,
                        "CPU of a camera, the dearest run over the cheapest: %.2f (goal ≤ 1.10); the guard takes %.0f MiB "
                                + "beside; each run measured for %d s",
                        cpuRatio(),
                        runs.stream().mapToDouble(Run::guardMebibytes).max().orElse(0),
                        time.toSeconds());
    }

    /** As {@code --json} writes it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cpu_ratio", cpuRatio());
        map.put("frames_per_second_a_camera", fps);
        map.put("seconds", time.toSeconds());
        map.put("processors", Runtime.getRuntime().availableProcessors());
        map.put("runs", runs.stream().map(CamerasFigures::map).toList());
        return map;
    }

    private static Map<String, Object> map(Run run) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cameras", run.cameras());
        map.put("frames_per_second", run.framesPerSecond());
        map.put("missing_frames", run.missing());
        map.put("cpu_ms_per_second_and_camera", run.cpuMillisASecond());
        map.put("resident_mebibytes", run.residentMebibytes());
        map.put("resident_goal_mebibytes", run.goalMebibytes());
        map.put("threads", run.threads());
        map.put("guard_mebibytes", run.guardMebibytes());
        return map;
    }

    private static String one(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }
}
