package pose.app.mine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a mining.
 *
 * @param events looked at
 * @param cameras of theirs
 * @param hard frames that some rule caught
 * @param reasons how many of them for each reason; a frame may have several
 * @param mined what is in the folder now, the hardest first
 * @param gone chosen frames whose pictures are not on their topic any more
 */
public record MiningReport(
        long events, int cameras, long hard, Map<HardReason, Integer> reasons, List<MinedFrame> mined, int gone) {

    public MiningReport {
        reasons = Map.copyOf(reasons);
        mined = List.copyOf(mined);
    }

    /** For people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("events  " + events + " of " + cameras + (cameras == 1 ? " camera" : " cameras"));
        lines.add("hard    " + hard
                + (hard == 0
                        ? ""
                        : ": "
                                + reasons.entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(reason -> reason.getKey().word() + " " + reason.getValue())
                                        .collect(Collectors.joining(", "))));
        lines.add("mined   " + mined.size() + (gone == 0 ? "" : ", and " + gone + " whose pictures are gone"));
        return lines;
    }
}
