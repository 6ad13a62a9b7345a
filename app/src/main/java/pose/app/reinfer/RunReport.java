package pose.app.reinfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one run did.
 *
 * @param topic it wrote to
 * @param weights that looked
 * @param before frames that were done when it began
 * @param frames that it did
 * @param unseen of these, that could not be looked at
 * @param footageSeconds that they cover on the cameras' common time line
 * @param seconds that it took
 * @param failure why it did not come to its end, in one line
 * @param interrupted whether the user stopped it
 */
public record RunReport(
        String topic,
        String weights,
        long before,
        long frames,
        long unseen,
        double footageSeconds,
        double seconds,
        Optional<String> failure,
        boolean interrupted) {

    /** How many a second; 0 where there was none. */
    public double framesPerSecond() {
        return frames > 0 && seconds > 0 ? frames / seconds : 0;
    }

    /** Seconds of footage a second. */
    public double timesRealTime() {
        return frames > 0 && seconds > 0 ? footageSeconds / seconds : 0;
    }

    /** For people, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "frames",
                frames + " by " + weights + " to topic " + topic
                        + (before > 0 ? ", after " + before + " that were done" : "")));
        if (unseen > 0) {
            lines.add(line("unseen", unseen + " frames could not be looked at; nothing was written for them"));
        }
        if (frames > 0) {
            lines.add(line(
                    "speed",
                    String.format(
                            Locale.ROOT,
                            "%.1f frames/s, %.2f x real time (%.1f s of footage in %.1f s)",
                            framesPerSecond(),
                            timesRealTime(),
                            footageSeconds,
                            seconds)));
        }
        if (interrupted) {
            lines.add("stopped before the end; the same command goes on from here");
        }
        return lines;
    }

    static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-13s %s", name, value);
    }

    /** For programs. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("topic", topic);
        figures.put("weights", weights);
        figures.put("frames_before", before);
        figures.put("frames", frames);
        figures.put("unseen", unseen);
        figures.put("footage_seconds", footageSeconds);
        figures.put("seconds", seconds);
        figures.put("frames_per_second", framesPerSecond());
        figures.put("times_real_time", timesRealTime());
        figures.put("interrupted", interrupted);
        return figures;
    }
}
