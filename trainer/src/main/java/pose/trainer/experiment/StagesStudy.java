package pose.trainer.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** Figure 6(c): what each further stage adds. Networks of 1 to T stages, each trained on its own. */
public final class StagesStudy implements Study {

    @Override
    public String name() {
        return "stages";
    }

    @Override
    public int usualStages() {
        return 6;
    }

    @Override
    public List<Variant> variants(Setting setting, int parts) {
        return IntStream.rangeClosed(1, setting.stages())
                .<Variant>mapToObj(t -> new Variant.Machine("T=" + t, t, setting.architectureKeys(), false))
                .toList();
    }

    @Override
    public Report report(Setting setting, Results results) {
        List<List<String>> rows = new ArrayList<>();
        for (String variant : results.variants()) {
            Facts facts = results.facts(variant);
            rows.add(List.of(
                    variant,
                    String.valueOf(facts.parameters()),
                    Tables.millions(facts.multiplyAdds()),
                    String.valueOf(facts.receptiveField()),
                    results.spread(variant, RunResult::pck).toString(),
                    String.join(
                            " · ",
                            Tables.stages(results, variant).stream()
                                    .map(s -> Tables.number(s.mean(), 1))
                                    .toList())));
        }
        Map<String, Table> files = Tables.files(name(), results);
        Table table = new Table(
                List.of(
                        "network",
                        "parameters",
                        "multiply-adds (M)",
                        "receptive field (px)",
                        "PCK@0.2 (%)",
                        "PCK@0.2 by its stages (%)"),
                rows);
        return new Report(
                "Accuracy over the number of stages (figure 6c)",
                "All networks saw the same pictures in the same order for the same number of steps with the same optimiser; "
                        + "a deeper one computes more in each step.",
                table,
                files,
                List.of(
                        "Each row is a network of its own, trained with intermediate supervision. The last column is the "
                                + "same network judged after each of its stages, mean over the seeds."),
                List.of(new Plot(
                        "stages",
                        "PCK@0.2 of networks of 1 to T stages, and of each stage within the deepest.",
                        List.of(chart(results)),
                        1)));
    }

    private static XYChart chart(Results results) {
        XYChart chart = Charts.chart("Accuracy over stages", "stages", "PCK@0.2 on validation (%)", 760, 420);
        List<String> variants = results.variants();
        Charts.line(
                chart,
                "networks of T stages",
                Tables.upTo(variants.size()),
                variants.stream().map(v -> results.spread(v, RunResult::pck)).toList());
        String deepest = variants.get(variants.size() - 1);
        List<Spread> within = Tables.stages(results, deepest);
        Charts.line(chart, "stage t of " + deepest, Tables.upTo(within.size()), within);
        chart.getStyler().setXAxisDecimalPattern("0");
        chart.getStyler().setYAxisMin(0.0);
        return chart;
    }
}
