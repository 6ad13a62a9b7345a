package pose.trainer.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;

/** What the studies' tables and plots have in common. */
final class Tables {

    private Tables() {}

    /** What every study writes, by the file's name: its runs and their epochs. A study may add to it. */
    static Map<String, Table> files(String study, Results results) {
        Map<String, Table> files = new LinkedHashMap<>();
        files.put(study, runs(results));
        files.put(study + "-epochs", epochs(results));
        return files;
    }

    /** One row a run: what it is, what it took, what it gave. */
    private static Table runs(Results results) {
        List<String> columns = new ArrayList<>(List.of(
                "variant",
                "seed",
                "parameters",
                "multiply_adds",
                "receptive_field_px",
                "steps",
                "pictures",
                "seconds"));
        columns.addAll(List.of("pck@0.2_percent", "pck_by_stage_percent"));
        List<String> parts = List.copyOf(results.runs().get(0).parts().keySet());
        parts.forEach(part -> columns.add("pck_" + part + "_percent"));
        List<List<String>> rows = new ArrayList<>();
        for (RunResult run : results.runs()) {
            Facts facts = run.facts();
            List<String> row = new ArrayList<>(List.of(run.variant(), String.valueOf(run.seed())));
            row.add(String.valueOf(facts.parameters()));
            row.add(String.valueOf(facts.multiplyAdds()));
            row.add(String.valueOf(facts.receptiveField()));
            row.add(String.valueOf(facts.steps()));
            row.add(String.valueOf(facts.pictures()));
            row.add(number(facts.seconds(), 1));
            row.add(number(run.pck(), 2));
            row.add(String.join(
                    " ", run.stages().stream().map(s -> number(s, 2)).toList()));
            parts.forEach(part -> row.add(number(run.parts().getOrDefault(part, Double.NaN), 2)));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /** One row an epoch of a run. */
    private static Table epochs(Results results) {
        List<List<String>> rows = new ArrayList<>();
        for (RunResult run : results.runs()) {
            for (int e = 0; e < run.epochs().size(); e++) {
                EpochResult epoch = run.epochs().get(e);
                rows.add(List.of(
                        run.variant(),
                        String.valueOf(run.seed()),
                        String.valueOf(e + 1),
                        String.join(
                                " ",
                                epoch.losses().stream().map(l -> number(l, 4)).toList()),
                        number(epoch.pck(), 2)));
            }
        }
        return new Table(List.of("variant", "seed", "epoch", "loss_by_stage", "pck@0.2_percent"), rows);
    }

    /** PCK by epoch, a line a variant. */
    static XYChart learning(String title, Results results) {
        XYChart chart = Charts.chart(title, "epoch", "PCK@0.2 on validation (%)", 760, 420);
        for (String variant : results.variants()) {
            List<RunResult> runs = results.of(variant);
            int epochs = runs.get(0).epochs().size();
            if (epochs > 0) {
                List<Spread> figures = IntStream.range(0, epochs)
                        .mapToObj(e -> Spread.of(
                                runs.stream().map(r -> r.epochs().get(e).pck()).toList()))
                        .toList();
                Charts.line(chart, variant, upTo(epochs), figures);
            }
        }
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setXAxisDecimalPattern("0");
        return chart;
    }

    /** 1, 2, … {@code count}. */
    static List<Double> upTo(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> (double) i).toList();
    }

    /** Mean and spread of each stage of a variant's networks. */
    static List<Spread> stages(Results results, String variant) {
        int stages = results.of(variant).get(0).stages().size();
        return IntStream.range(0, stages)
                .mapToObj(t -> results.spread(variant, run -> run.stages().get(t)))
                .toList();
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Multiply-adds in millions. */
    static String millions(long multiplyAdds) {
        return number(multiplyAdds / 1e6, 1);
    }
}
