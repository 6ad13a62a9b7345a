package pose.app.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a recording holds.
 *
 * @param pictures in the clip, and lines beside it
 * @param posed pictures that have their event
 * @param broken pictures that do not decode, which are black
 * @param gaps between pictures
 * @param missing frames in them
 * @param setBack how often capture times went back, so that the clip's times were set anew
 * @param seconds from the first picture to the last
 * @param interrupted whether the user stopped it before the end
 */
public record RecordReport(
        long pictures,
        long posed,
        long broken,
        long gaps,
        long missing,
        long setBack,
        double seconds,
        RecordPlan plan,
        boolean interrupted) {

    /** For people, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("pictures", pictures + String.format(Locale.ROOT, ", %.3f s", seconds)));
        lines.add(line("poses", posed + ", " + (pictures - posed) + " pictures have none"));
        if (broken > 0) {
            lines.add(line("broken", broken + " pictures do not decode and are black"));
        }
        if (gaps > 0) {
            lines.add(line("gaps", gaps + " between pictures, " + missing + " frames missing"));
        }
        if (setBack > 0) {
            lines.add(
                    line(
                            "times",
                            setBack
                                    + " pictures were taken before the one in front of them; the clip goes on without a pause"));
        }
        lines.add(line("video", plan.out().toString()));
        plan.poses().ifPresent(file -> lines.add(line("lines", file.toString())));
        if (interrupted) {
            lines.add("stopped before the end of the slice");
        }
        return lines;
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-13s %s", name, value);
    }
}
