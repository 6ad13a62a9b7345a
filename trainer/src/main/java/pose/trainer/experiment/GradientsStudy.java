package pose.trainer.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import pose.trainer.Scheme;

/**
 * Figure 5: the gradient at each layer with and without intermediate supervision. The network is the paper's in small:
 * plain convolutions and pooling, image features of their own for the later stages, and, unless asked for, no batch
 * normalisation, since all of these are other ways to keep gradients from vanishing.
 */
public final class GradientsStudy implements Study {

    static final String WITH = "with intermediate supervision";
    static final String WITHOUT = "without";

    private static final String IMAGE = "conv5x12 pool conv5x16 pool conv3x16";
    private static final Map<String, Object> ARCHITECTURE = Map.of(
            "features",
            IMAGE,
            "head",
            "conv3x24 conv1x24",
            "laterFeatures",
            IMAGE,
            "laterFromFeatures",
            false,
            "laterHead",
            "conv5x16 conv5x16 conv1x16",
            "batchNorm",
            false);

    /** Without normalisation, most of a network's ReLUs would die at the rate of one with it. */
    private static final double SLOWER = 0.25;

    private static final double LOWER = 0.1;
    private static final double UPPER = 0.9;

    @Override
    public String name() {
        return "gradients";
    }

    @Override
    public int usualStages() {
        return 6;
    }

    @Override
    public List<Variant> variants(Setting setting, int parts) {
        return List.of(
                variant(setting, WITH, Scheme.JOINT), variant(setting, WITHOUT, Scheme.JOINT_WITHOUT_INTERMEDIATE));
    }

    private static Variant variant(Setting setting, String name, Scheme scheme) {
        Map<String, Object> keys = new LinkedHashMap<>(setting.architectureKeys(ARCHITECTURE));
        keys.put("scheme", scheme.toString());
        keys.put("learningRate", setting.learningRate() * SLOWER);
        keys.put("outputScale", 1);
        return new Variant.Machine(name, setting.stages(), keys, true);
    }

    @Override
    public Report report(Setting setting, Results results) {
        RunResult with = results.of(WITH).get(0);
        RunResult without = results.of(WITHOUT).get(0);
        List<Integer> shown = shown(with);
        Map<String, Table> files = Tables.files(name(), results);
        files.put("gradients-layers", layers(results));
        List<XYChart> charts = new ArrayList<>();
        for (int epoch : shown) {
            charts.add(chart(epoch, with, without));
        }
        return new Report(
                "Gradients by layer, with and without intermediate supervision (figure 5)",
                "Both runs have the same network, starting weights, pictures, order and steps; they differ in whether each "
                        + "stage has a loss, or the last alone. The later stages' image features are a copy of their own, as "
                        + "in the paper, so stage 1 learns through the belief maps alone.",
                medians(shown, with, without),
                files,
                List.of(
                        "Medians of |∂loss/∂weight| over a layer's weights and some 16 steps an epoch, exact zeros (of units "
                                + "whose ReLU was shut) left out and their share in brackets; seed " + with.seed()
                                + "; layers from the input to the output. PCK@0.2: "
                                + results.spread(WITH, RunResult::pck) + " with, "
                                + results.spread(WITHOUT, RunResult::pck) + " without.",
                        setting.batchNorm() != null && setting.batchNorm()
                                ? "With batch normalisation, which is not the paper's condition."
                                : "Without batch normalisation, as in the paper; all layers start at He's scale, the "
                                        + "output layers too, and the highest learning rate is a quarter of "
                                        + "--learning-rate."),
                List.of(
                        new Plot(
                                "gradients",
                                "Gradient magnitudes by layer, zeros left out: medians, and dashed the middle 80 %, a row an epoch.",
                                charts,
                                1),
                        histograms(shown, with, without)));
    }

    /** First, middle and last epoch. */
    private static List<Integer> shown(RunResult run) {
        int last = run.epochs().size() - 1;
        return IntStream.of(0, last / 2, last).distinct().boxed().toList();
    }

    private static Table medians(List<Integer> shown, RunResult with, RunResult without) {
        List<String> columns = new ArrayList<>(List.of("layer"));
        for (int epoch : shown) {
            columns.add("epoch " + (epoch + 1) + ", with");
            columns.add("without");
            columns.add("ratio");
        }
        List<List<String>> rows = new ArrayList<>();
        List<LayerGradients> layers = with.epochs().get(0).gradients();
        for (int l = 0; l < layers.size(); l++) {
            List<String> row = new ArrayList<>(List.of(layers.get(l).layer()));
            for (int epoch : shown) {
                double a = median(with, epoch, l);
                double b = median(without, epoch, l);
                row.add(power(a) + zeros(with, epoch, l));
                row.add(power(b) + zeros(without, epoch, l));
                row.add(String.format(java.util.Locale.ROOT, "%.2g", Math.pow(10, a - b)));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static double median(RunResult run, int epoch, int layer) {
        return run.epochs().get(epoch).gradients().get(layer).magnitudes().quantileWithin(0.5);
    }

    private static String zeros(RunResult run, int epoch, int layer) {
        Histogram histogram = run.epochs().get(epoch).gradients().get(layer).magnitudes();
        return String.format(java.util.Locale.ROOT, " (%.0f %%)", 100.0 * histogram.below() / histogram.total());
    }

    private static String power(double log10) {
        return String.format(java.util.Locale.ROOT, "%.1e", Math.pow(10, log10));
    }

    private static Table layers(Results results) {
        List<List<String>> rows = new ArrayList<>();
        for (RunResult run : results.runs()) {
            for (int e = 0; e < run.epochs().size(); e++) {
                for (LayerGradients layer : run.epochs().get(e).gradients()) {
                    Histogram h = layer.magnitudes();
                    List<String> row = new ArrayList<>(
                            List.of(run.variant(), String.valueOf(run.seed()), String.valueOf(e + 1), layer.layer()));
                    for (double share : new double[] {LOWER, 0.25, 0.5, 0.75, UPPER}) {
                        row.add(Tables.number(h.quantileWithin(share), 3));
                    }
                    row.add(Tables.number((double) h.below() / h.total(), 4));
                    row.add(String.join(
                            " ", h.counts().stream().map(String::valueOf).toList()));
                    rows.add(row);
                }
            }
        }
        return new Table(
                List.of(
                        "variant",
                        "seed",
                        "epoch",
                        "layer",
                        "log10_p10",
                        "log10_p25",
                        "log10_median",
                        "log10_p75",
                        "log10_p90",
                        "share_of_zeros",
                        "counts_in_tenths_of_a_decade_from_1e-20_to_1e4"),
                rows);
    }

    private static XYChart chart(int epoch, RunResult with, RunResult without) {
        List<LayerGradients> layers = with.epochs().get(0).gradients();
        XYChart chart = Charts.chart(
                "epoch " + (epoch + 1),
                "layer, 1 = " + layers.get(0).layer() + " to " + layers.size() + " = "
                        + layers.get(layers.size() - 1).layer(),
                "log10 |gradient|",
                860,
                270);
        add(chart, WITH, with.epochs().get(epoch).gradients(), 0);
        add(chart, WITHOUT, without.epochs().get(epoch).gradients(), 1);
        chart.getStyler().setXAxisDecimalPattern("0");
        return chart;
    }

    private static void add(XYChart chart, String name, List<LayerGradients> layers, int colour) {
        List<Double> x = Tables.upTo(layers.size());
        Charts.plain(chart, name, x, quantiles(layers, 0.5), colour, false)
                .setMarker(org.knowm.xchart.style.markers.SeriesMarkers.CIRCLE);
        for (double share : new double[] {LOWER, UPPER}) {
            Charts.plain(chart, name + " " + share, x, quantiles(layers, share), colour, true)
                    .setShowInLegend(false);
        }
    }

    private static List<Double> quantiles(List<LayerGradients> layers, double share) {
        return layers.stream().map(l -> l.magnitudes().quantileWithin(share)).toList();
    }

    /** A grid as figure 5: a row an epoch, a column a layer, of the first and last layer of the first, a middle and the last stage. */
    private static Plot histograms(List<Integer> shown, RunResult with, RunResult without) {
        int count = with.epochs().get(0).gradients().size();
        List<Integer> columns = IntStream.range(0, 6)
                .map(i -> i * (count - 1) / 5)
                .distinct()
                .boxed()
                .toList();
        List<XYChart> charts = new ArrayList<>();
        for (int epoch : shown) {
            for (int layer : columns) {
                String title = "epoch " + (epoch + 1) + ", "
                        + with.epochs().get(0).gradients().get(layer).layer();
                XYChart chart = Charts.chart(title, "log10 |gradient|", "share (%)", 260, 190);
                Charts.histogram(
                        chart,
                        WITH,
                        with.epochs().get(epoch).gradients().get(layer).magnitudes(),
                        0);
                Charts.histogram(
                        chart,
                        WITHOUT,
                        without.epochs().get(epoch).gradients().get(layer).magnitudes(),
                        1);
                chart.getStyler().setLegendVisible(false);
                chart.getStyler().setXAxisMin(-14.0).setXAxisMax(2.0);
                charts.add(chart);
            }
        }
        return new Plot(
                "gradients-histograms",
                "Histograms of gradient magnitudes, a row an epoch, layers from input to output; blue with, orange without "
                        + "intermediate supervision.",
                charts,
                columns.size());
    }
}
