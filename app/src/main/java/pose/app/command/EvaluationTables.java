package pose.app.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import pose.trainer.judging.Curve;
import pose.trainer.judging.EvaluationFigures;
import pose.trainer.judging.EvaluationFigures.Look;
import pose.trainer.judging.Figures;
import pose.trainer.judging.StageFigures;
import pose.trainer.judging.StageFigures.Finding;
import pose.trainer.judging.oks.OksFigures;

/** Figures of an evaluation as a terminal shows them: by part, by limb, by stage, and by look where there are several. */
final class EvaluationTables {

    /** Where PDJ's curve is shown. */
    private static final List<Double> PDJ = List.of(0.1, 0.2, 0.3, 0.4, 0.5);

    private EvaluationTables() {}

    static List<FigureTable> of(EvaluationFigures figures) {
        Look asked = figures.asked();
        if (asked.stages().isEmpty()) {
            return List.of();
        }
        List<FigureTable> tables = new ArrayList<>();
        tables.add(parts(asked.last()));
        asked.last().of("pcp").ifPresent(pcp -> tables.add(limbs(pcp)));
        tables.add(oks(asked.oks()));
        FigureTable stages = new FigureTable(names(asked.last()));
        for (int stage = 0; stage < asked.stages().size(); stage++) {
            stages.row("stage " + (stage + 1), means(asked.stages().get(stage)));
        }
        tables.add(stages);
        if (figures.looks().size() > 1) {
            FigureTable looks = new FigureTable(names(asked.last()));
            figures.looks().forEach(look -> looks.row(look.views(), means(look.last())));
            tables.add(looks);
        }
        return tables;
    }

    /** COCO's ten figures, precision above recall. */
    static FigureTable oks(OksFigures oks) {
        FigureTable table = new FigureTable(List.of("oks", "@0.5", "@0.75", "medium", "large"));
        List<Double> figures = oks.byName().values().stream()
                .map(figure -> figure.orElse(Double.NaN))
                .toList();
        table.row("AP", figures.subList(0, figures.size() / 2));
        table.row("AR", figures.subList(figures.size() / 2, figures.size()));
        return table;
    }

    private static FigureTable parts(StageFigures figures) {
        List<String> columns = new ArrayList<>(List.of("pck@0.2", "pck auc"));
        List<Function<String, Double>> byPart = new ArrayList<>();
        List<OptionalDouble> means = new ArrayList<>();
        Finding pck = figures.pck();
        Set<String> parts = new LinkedHashSet<>(pck.figures().parts().keySet());
        add(pck.figures(), byPart, means);
        byPart.add(part -> pck.curve().areas().getOrDefault(part, Double.NaN));
        means.add(pck.curve().area());
        figures.of("pckh").ifPresent(pckh -> {
            columns.add(pckh.figures().name());
            parts.addAll(pckh.figures().parts().keySet());
            add(pckh.figures(), byPart, means);
        });
        figures.of("pdj").ifPresent(pdj -> {
            for (double threshold : PDJ) {
                columns.add(pdj.metric().at(threshold).name());
                add(pdj.curve().points().get((int) Math.round(threshold * 100)), byPart, means);
            }
        });
        FigureTable table = new FigureTable(columns);
        parts.forEach(part ->
                table.row(part, byPart.stream().map(of -> of.apply(part)).toList()));
        table.row("mean", means.stream().map(mean -> mean.orElse(Double.NaN)).toList());
        return table;
    }

    private static void add(Figures figures, List<Function<String, Double>> byPart, List<OptionalDouble> means) {
        byPart.add(part -> figures.parts().getOrDefault(part, Double.NaN));
        means.add(figures.mean());
    }

    private static FigureTable limbs(Finding pcp) {
        FigureTable table = new FigureTable(List.of(pcp.figures().name()));
        pcp.figures().parts().forEach((limb, share) -> table.row(limb, List.of(share)));
        table.row("mean", List.of(pcp.figures().mean().orElse(Double.NaN)));
        return table;
    }

    private static List<String> names(StageFigures figures) {
        List<String> names = new ArrayList<>();
        for (Finding finding : figures.findings()) {
            names.add("mean " + finding.figures().name());
        }
        names.add("pck auc");
        return names;
    }

    private static List<Double> means(StageFigures figures) {
        List<Double> means = new ArrayList<>();
        for (Finding finding : figures.findings()) {
            means.add(finding.figures().mean().orElse(Double.NaN));
        }
        Curve curve = figures.pck().curve();
        means.add(curve.area().orElse(Double.NaN));
        return means;
    }
}
