package pose.trainer.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Figure 4: how far a single stage sees. The networks differ in four layers only: 1×1 or 3×3 convolutions, these with
 * growing dilation, with as many weights and multiply-adds as can be.
 */
public final class ReceptiveFieldStudy implements Study {

    private static final String FEATURES = "conv3x12/2 conv3x24/2";

    /** The four layers, from seeing one cell of their input to seeing 41 × 41. */
    private static final List<String> HEADS = List.of(
            "conv1x90 conv1x91 conv1x91 conv1x24",
            "conv3x24 conv1x103 conv1x103 conv1x24",
            "conv3x24 conv3x24 conv1x216 conv1x24",
            "conv3x24 conv3x24 conv3x24 conv3x24",
            "conv3x24 conv3x24 conv3x24d2 conv3x24d2",
            "conv3x24 conv3x24d2 conv3x24d3 conv3x24d4",
            "conv3x24d2 conv3x24d3 conv3x24d4 conv3x24d5",
            "conv3x24d3 conv3x24d4 conv3x24d6 conv3x24d7");

    @Override
    public String name() {
        return "receptive-field";
    }

    @Override
    public int usualStages() {
        return 1;
    }

    @Override
    public List<Variant> variants(Setting setting, int parts) {
        if (setting.stages() != 1) {
            throw new IllegalArgumentException(
                    "--stages is " + setting.stages() + "; allowed for receptive-field: 1, further stages see further");
        }
        List<Variant> variants = new ArrayList<>();
        for (String head : HEADS) {
            Map<String, Object> keys = setting.architectureKeys(Map.of("features", FEATURES, "head", head));
            variants.add(new Variant.Machine(head, 1, keys, false));
        }
        return variants;
    }

    @Override
    public Report report(Setting setting, Results results) {
        List<List<String>> rows = new ArrayList<>();
        for (String variant : results.variants()) {
            Facts facts = results.facts(variant);
            rows.add(List.of(
                    "`" + variant + "`",
                    String.valueOf(facts.receptiveField()),
                    Tables.number((double) facts.receptiveField() / setting.input(), 2),
                    String.valueOf(facts.parameters()),
                    Tables.number(facts.multiplyAdds() / 1e9, 5),
                    results.spread(variant, RunResult::pck).toString()));
        }
        Table table = new Table(
                List.of(
                        "four layers",
                        "receptive field (px)",
                        "of the input's side",
                        "parameters",
                        "GMAC",
                        "PCK@0.2 (%)"),
                rows);
        Map<String, Table> files = Tables.files(name(), results);
        return new Report(
                "Accuracy over the receptive field of one stage (figure 4)",
                "All networks have the same layers, `" + FEATURES
                        + "`, before the four that differ, as nearly the same "
                        + "number of weights and multiply-adds as whole channels allow, and learnt from the same pictures in "
                        + "the same order for the same number of steps.",
                table,
                files,
                List.of(
                        "The receptive field is that of one value of the belief maps, computed from kernels, strides and "
                                + "dilations. Above twice the input's side it covers all of the input from everywhere."),
                List.of(new Plot(
                        "receptive-field",
                        "PCK@0.2 over the receptive field of a single stage.",
                        List.of(chart(setting, results)),
                        1)));
    }

    private static XYChart chart(Setting setting, Results results) {
        XYChart chart = Charts.chart(
                "One stage at " + setting.input() + " × " + setting.input() + " px",
                "side of the receptive field (input px)",
                "PCK@0.2 on validation (%)",
                700,
                420);
        List<String> variants = results.variants();
        Charts.line(
                        chart,
                        "one stage",
                        variants.stream()
                                .map(v -> (double) results.facts(v).receptiveField())
                                .toList(),
                        variants.stream()
                                .map(v -> results.spread(v, RunResult::pck))
                                .toList())
                .setMarker(SeriesMarkers.CIRCLE);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setYAxisMin(0.0);
        return chart;
    }
}
