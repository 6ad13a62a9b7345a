package pose.trainer.judging.sequence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.trainer.crowd.judging.Counts;

/**
 * All that a sequence tells.
 *
 * @param frames how many there are
 * @param leastVisible share of somebody's parts that had to be visible for them to be asked for
 * @param located how many were found
 * @param identities how well they were kept the same; empty where nobody has a track
 * @param clear the same by CLEAR MOT
 * @param hota the same by HOTA
 * @param pck of everyone asked for, in per cent, as found: mean PCK@0.2 of the parts in sight, all wrong of whom nobody found
 * @param pckWithHidden the same, but of all parts inside the picture: also of those that somebody nearer hides
 * @param smoothedPck as {@code pck}, of the steadied keypoints, where there are some
 * @param jitter restlessness of parts that stand still, where there are some and they were steadied
 * @param lag what steadying costs, where wrists move and were steadied
 */
public record SequenceFigures(
        int frames,
        double leastVisible,
        LocatedFigures located,
        Optional<IdentityFigures> identities,
        Optional<ClearFigures> clear,
        Optional<HotaFigures> hota,
        OptionalDouble pck,
        OptionalDouble pckWithHidden,
        OptionalDouble smoothedPck,
        Optional<JitterFigures> jitter,
        Optional<LagFigures> lag) {

    /** The figures by name, rounded: shares 0 to 1, PCK in per cent, jitter in pixels a second², lag in frames. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("frames", frames);
        map.put("leastVisible", leastVisible);
        put(map, located.all());
        Map<String, Object> sizes = new LinkedHashMap<>();
        located.sizes().forEach((size, counts) -> {
            Map<String, Object> of = new LinkedHashMap<>();
            put(of, counts);
            sizes.put(size, of);
        });
        map.put("sizes", sizes);
        identities.ifPresent(ids -> {
            put(map, "idf1", ids.f1());
            put(map, "idPrecision", ids.precision());
            put(map, "idRecall", ids.recall());
        });
        clear.ifPresent(c -> {
            put(map, "mota", c.accuracy());
            map.put("idSwitches", c.switches());
        });
        hota.ifPresent(h -> {
            put(map, "hota", h.hota());
            put(map, "detA", h.detection());
            put(map, "assA", h.association());
            put(map, "locA", h.location());
        });
        pck.ifPresent(value -> put(map, "pck@0.2", value));
        pckWithHidden.ifPresent(value -> put(map, "pckWithHidden@0.2", value));
        smoothedPck.ifPresent(value -> put(map, "smoothedPck@0.2", value));
        jitter.ifPresent(j -> {
            put(map, "jitter", j.raw());
            put(map, "smoothedJitter", j.smoothed());
            put(map, "jitterLeft", j.left());
        });
        lag.ifPresent(l -> put(map, "lagFrames", l.frames()));
        return map;
    }

    private static void put(Map<String, Object> map, Counts counts) {
        map.put("people", counts.people());
        put(map, "recall", counts.recall());
        put(map, "precision", counts.precision());
    }

    /** To four places; what cannot be said of nobody is left out. */
    private static void put(Map<String, Object> map, String name, double value) {
        if (Double.isFinite(value)) {
            map.put(name, Math.round(value * 10_000) / 10_000.0);
        }
    }
}
