package pose.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pose.app.console.TextTable;

/**
 * What has changed between two looks at the same frames.
 *
 * @param frames that both have
 * @param identical of these, bit for bit
 * @param movedFrames of these, with a part that moved by more than {@link PoseChanges#MOVED} of its person's extent
 * @param incomparable of these, whose numbers of people or skeletons differ
 * @param unmatched frames beside these, that only the second look has
 * @param people that were compared
 * @param movedPeople of these, with such a part
 * @param parts in skeleton order and, last, all of them together; empty where nobody was compared
 */
public record ChangeReport(
        long frames,
        long identical,
        long movedFrames,
        long incomparable,
        long unmatched,
        long people,
        long movedPeople,
        List<PartFigures> parts) {

    public ChangeReport {
        parts = List.copyOf(parts);
    }

    /** For people, a line each: the table of parts, and what is to be said of all of them together. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!parts.isEmpty()) {
            TextTable table =
                    new TextTable("part", "mean px", "median", "p95", "max", "% of extent", "% moved", "score", "was");
            for (PartFigures part : parts) {
                table.row(
                        part.part(),
                        number(2, part.mean()),
                        number(2, part.median()),
                        number(2, part.p95()),
                        number(1, part.largest()),
                        number(2, 100 * part.share()),
                        number(2, 100 * part.moved()),
                        number(3, part.scoreAfter()),
                        number(3, part.scoreBefore()));
            }
            lines.addAll(table.toString().lines().toList());
        }
        lines.add(frames + " frames compared, " + identical + " identical bit for bit, " + movedFrames
                + " with a part that moved by more than " + number(1, PoseChanges.MOVED) + " of the extent");
        if (people > 0) {
            lines.add(people + " people, " + movedPeople + " moved so");
        }
        if (incomparable > 0) {
            lines.add(incomparable + " frames with other numbers of people or another skeleton");
        }
        if (unmatched > 0) {
            lines.add(unmatched + " frames have no event in what they were to be compared with");
        }
        return lines;
    }

    private static String number(int decimals, double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** For programs: px are pixels of the source picture, shares are of the person's extent or of people. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("frames", frames);
        figures.put("identical_frames", identical);
        figures.put("moved_frames", movedFrames);
        figures.put("incomparable_frames", incomparable);
        figures.put("unmatched_frames", unmatched);
        figures.put("people", people);
        figures.put("moved_people", movedPeople);
        Map<String, Object> each = new LinkedHashMap<>();
        parts.forEach(part -> each.put(part.part(), part.figures()));
        figures.put("parts", each);
        return figures;
    }
}
