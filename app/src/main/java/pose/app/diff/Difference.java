package pose.app.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pose.app.compare.PartSpreads;
import pose.app.compare.Spread;
import pose.trainer.judging.Figures;

/**
 * How far two versions are apart on the same pictures.
 *
 * @param versions the two
 * @param material what they looked at
 * @param spreads their distances
 * @param pck of each of the two, where there are labels to judge by
 */
public record Difference(List<String> versions, String material, PartSpreads spreads, Optional<List<Figures>> pck) {

    public Difference {
        versions = List.copyOf(versions);
        pck = pck.map(List::copyOf);
    }

    /** As JSON has them; a figure that is absent is null. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("versions", versions);
        figures.put("material", material);
        figures.put("people", spreads.people());
        Map<String, Object> parts = new LinkedHashMap<>();
        spreads.parts().forEach(part -> parts.put(part.part(), figures(part)));
        figures.put("all", figures(spreads.all()));
        figures.put("parts", parts);
        pck.ifPresent(both -> {
            List<Object> judged = new ArrayList<>();
            both.forEach(each -> judged.add(each.toMap()));
            figures.put(both.get(0).name(), judged);
        });
        return figures;
    }

    private static Map<String, Object> figures(PartSpreads.PartSpread part) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pixels", figures(part.pixels()));
        figures.put("share", figures(part.shares()));
        return figures;
    }

    private static Map<String, Object> figures(Spread spread) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("mean", spread.mean());
        figures.put("median", spread.quantile(0.5));
        figures.put("p95", spread.quantile(0.95));
        figures.put("largest", spread.largest());
        return figures;
    }

    /** The heads of {@link #row}'s figures. */
    public List<String> columns() {
        List<String> columns = List.of("mean px", "median px", "p95 px", "mean %", "median %", "p95 %");
        return pck.map(both -> Stream.concat(
                                columns.stream(),
                                Stream.of(
                                        "1st " + both.get(0).name(),
                                        "2nd " + both.get(0).name()))
                        .toList())
                .orElse(columns);
    }

    /** A part's figures; shares of the extent in per cent, NaN where there is none. */
    public List<Double> row(PartSpreads.PartSpread part) {
        Stream<Double> figures = Stream.of(
                part.pixels().mean(),
                part.pixels().quantile(0.5),
                part.pixels().quantile(0.95),
                100 * part.shares().mean(),
                100 * part.shares().quantile(0.5),
                100 * part.shares().quantile(0.95));
        Stream<Double> judged = pck.stream().flatMap(List::stream).map(each -> judged(each, part));
        return Stream.concat(figures, judged).toList();
    }

    private double judged(Figures of, PartSpreads.PartSpread part) {
        return part.equals(spreads.all())
                ? of.mean().orElse(Double.NaN)
                : of.parts().getOrDefault(part.part(), Double.NaN);
    }
}
