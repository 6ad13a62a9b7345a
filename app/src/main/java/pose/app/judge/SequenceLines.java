package pose.app.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pose.trainer.crowd.judging.Counts;
import pose.trainer.judging.sequence.SequenceFigures;

/** What a sequence tells, for people: a name and what there is to say, a line each. */
public final class SequenceLines {

    private SequenceLines() {}

    /** A name and its figures. */
    public record Line(String name, String value) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-13s %s", name, value);
        }
    }

    /** The lines; figures that there are none of are left out. */
    public static List<Line> of(SequenceFigures figures) {
        List<Line> lines = new ArrayList<>();
        Counts all = figures.located().all();
        lines.add(line(
                "people",
                "%d to be found in %d frames, each visible to %.0f %% at least",
                all.people(),
                figures.frames(),
                100 * figures.leastVisible()));
        lines.add(line(
                "located",
                "recall %s, precision %s (%s)",
                share(all.recall()),
                share(all.precision()),
                figures.located().sizes().entrySet().stream()
                        .filter(size -> size.getValue().people() > 0)
                        .map(size ->
                                size.getKey() + " px: " + share(size.getValue().recall()))
                        .collect(Collectors.joining(", "))));
        figures.identities()
                .ifPresent(ids -> lines.add(line(
                        "identities",
                        "IDF1 %s (precision %s, recall %s)",
                        share(ids.f1()),
                        share(ids.precision()),
                        share(ids.recall()))));
        figures.clear()
                .ifPresent(c -> lines.add(
                        line("", "MOTA %s, %d times another id than before", share(c.accuracy()), c.switches())));
        figures.hota()
                .ifPresent(h -> lines.add(line(
                        "",
                        "HOTA %s (detection %s, association %s, location %s)",
                        share(h.hota()),
                        share(h.detection()),
                        share(h.association()),
                        share(h.location()))));
        figures.pck()
                .ifPresent(raw ->
                        lines.add(line("PCK@0.2", "%.1f %% of the parts in sight of whoever was to be found", raw)));
        figures.smoothedPck().ifPresent(smoothed -> lines.add(line("", "%.1f %% smoothed", smoothed)));
        figures.pckWithHidden()
                .ifPresent(raw -> lines.add(line("", "%.1f %% with parts that somebody nearer hides", raw)));
        figures.jitter()
                .ifPresent(j -> lines.add(line(
                        "jitter",
                        "%.0f px/s² of parts that stand still, smoothed %.0f (%.0f %%)",
                        j.raw(),
                        j.smoothed(),
                        100 * j.left())));
        figures.lag().ifPresent(l -> lines.add(line("lag", "%.2f frames of a moving wrist, by smoothing", l.frames())));
        return lines;
    }

    /** The annotation that is asked for would need Error Prone at run time. */
    @SuppressWarnings("AnnotateFormatMethod")
    private static Line line(String name, String format, Object... values) {
        return new Line(name, String.format(Locale.ROOT, format, values));
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
