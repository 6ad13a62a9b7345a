package pose.app.compare;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far one part is from where it was, over all people that were compared; NaN where there were none.
 *
 * @param part its name
 * @param mean distance, pixels
 * @param median distance, pixels
 * @param p95 distance that 95 of 100 do not exceed, pixels
 * @param largest distance, pixels
 * @param share mean distance as a share of the person's extent
 * @param moved share of people of whom it moved by more than {@link PoseChanges#MOVED} of the extent
 * @param scoreBefore mean score, 0 to 1
 * @param scoreAfter mean score, 0 to 1
 */
public record PartFigures(
        String part,
        double mean,
        double median,
        double p95,
        double largest,
        double share,
        double moved,
        double scoreBefore,
        double scoreAfter) {

    /** For programs. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("mean_px", mean);
        figures.put("median_px", median);
        figures.put("p95_px", p95);
        figures.put("max_px", largest);
        figures.put("mean_share", share);
        figures.put("moved_share", moved);
        figures.put("score_before", scoreBefore);
        figures.put("score_after", scoreAfter);
        return figures;
    }
}
