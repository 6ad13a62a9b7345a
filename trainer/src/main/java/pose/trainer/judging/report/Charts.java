package pose.trainer.judging.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pose.trainer.judging.Curve;
import pose.trainer.judging.EvaluationFigures.Look;
import pose.trainer.judging.Figures;
import pose.trainer.judging.StageFigures;
import pose.trainer.judging.StageFigures.Finding;

/** The report's plots. */
final class Charts {

    private static final String INK = "#1b1e23";

    private Charts() {}

    /** How many are right the further off still counts, by kind of part, after the last stage. */
    static String precisionByPart(Finding finding, String unit) {
        Curve curve = finding.curve();
        LineChart chart = precision(finding.metric().kind() + " after the last stage", unit);
        Map<String, List<Double>> groups = PartGroups.of(curve);
        List<String> names = new ArrayList<>(groups.keySet());
        // The legend reads as the lines end: the highest first.
        Comparator<String> byEnd = Comparator.comparingDouble(name -> last(groups.getOrDefault(name, List.of(0.0))));
        names.stream()
                .sorted(byEnd.reversed())
                .forEach(name -> chart.with(new Series(
                        name,
                        Colours.line(names.indexOf(name)),
                        false,
                        curve.thresholds(),
                        groups.getOrDefault(name, List.of()))));
        return chart.with(new Series("mean", INK, true, curve.thresholds(), means(curve)))
                .svg();
    }

    /** The same, averaged over the parts, after each stage. */
    static String precisionByStage(List<Finding> stages, String unit) {
        LineChart chart = precision(stages.get(0).metric().kind() + " by stage, mean", unit);
        for (int stage = stages.size() - 1; stage >= 0; stage--) {
            Curve curve = stages.get(stage).curve();
            chart.with(new Series(
                    "stage " + (stage + 1),
                    Colours.stage(stage, stages.size()),
                    false,
                    curve.thresholds(),
                    means(curve)));
        }
        return chart.svg();
    }

    private static LineChart precision(String title, String unit) {
        return new LineChart(title, "threshold, " + unit, 0, Curve.RANGE, "parts found, per cent", 0, 100);
    }

    /** What each further stage brings, by kind of part. */
    static String byStage(Look look) {
        List<Map<String, List<Double>>> stages = look.stages().stream()
                .map(stage -> PartGroups.of(stage.pck().curve()))
                .toList();
        int at = (int) Math.round(look.last().pck().metric().threshold() * 100);
        List<Double> numbers = IntStream.rangeClosed(1, stages.size())
                .mapToObj(n -> (double) n)
                .toList();
        LineChart chart = new LineChart(
                look.last().pck().figures().name() + " after each stage",
                "stage",
                1,
                Math.max(2, stages.size()),
                "parts found, per cent",
                0,
                100);
        List<String> groups = new ArrayList<>(stages.get(0).keySet());
        for (String group : groups) {
            List<Double> values = stages.stream()
                    .map(stage -> stage.getOrDefault(group, List.of()).get(at))
                    .toList();
            chart.with(new Series(group, Colours.line(groups.indexOf(group)), false, numbers, values));
        }
        List<Double> means = look.stages().stream()
                .map(StageFigures::pck)
                .map(finding -> finding.figures().mean().orElse(0))
                .toList();
        return chart.with(new Series("mean", INK, true, numbers, means)).svg();
    }

    /** Loss of each stage over the epochs of a training. */
    static String losses(LossCurve curve) {
        double most = curve.epochs().stream()
                .flatMap(epoch -> epoch.losses().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        double least = curve.epochs().stream()
                .flatMap(epoch -> epoch.losses().stream())
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        int stages = curve.epochs().stream()
                .mapToInt(epoch -> epoch.losses().size())
                .max()
                .orElse(0);
        LineChart chart = overEpochs(curve, "loss by stage", "squared distance a picture", 0.95 * least, 1.05 * most);
        for (int stage = 0; stage < stages; stage++) {
            int index = stage;
            List<LossCurve.Epoch> trained = curve.epochs().stream()
                    .filter(epoch -> epoch.losses().size() > index)
                    .toList();
            chart.with(new Series(
                    "stage " + (stage + 1),
                    Colours.stage(stage, stages),
                    false,
                    trained.stream().map(epoch -> (double) epoch.number()).toList(),
                    trained.stream().map(epoch -> epoch.losses().get(index)).toList()));
        }
        return chart.svg();
    }

    /** PCK@0.2 of the validation over the epochs of a training. */
    static String validation(LossCurve curve) {
        return overEpochs(curve, "validation", "pck@0.2, per cent", 0, 100)
                .with(new Series(
                        "pck@0.2",
                        INK,
                        false,
                        curve.epochs().stream()
                                .map(epoch -> (double) epoch.number())
                                .toList(),
                        curve.epochs().stream().map(LossCurve.Epoch::pck).toList()))
                .svg();
    }

    private static LineChart overEpochs(LossCurve curve, String title, String unit, double least, double most) {
        List<LossCurve.Epoch> epochs = curve.epochs();
        int first = epochs.get(0).number();
        int last = epochs.get(epochs.size() - 1).number();
        LineChart chart = new LineChart(title, "epoch", first, Math.max(first + 1, last), unit, least, most);
        for (int i = 0; i < epochs.size(); i++) {
            int size = epochs.get(i).inputSize();
            if (i == 0 || size != epochs.get(i - 1).inputSize()) {
                chart.marked(new LineChart.Mark(epochs.get(i).number(), size + " px"));
            }
        }
        return chart;
    }

    private static List<Double> means(Curve curve) {
        return curve.points().stream()
                .map(Figures::mean)
                .map(mean -> mean.orElse(0))
                .toList();
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }
}
