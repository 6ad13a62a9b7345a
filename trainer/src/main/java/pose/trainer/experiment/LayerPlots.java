package pose.trainer.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** What the layers of a regression look like, epoch by epoch. */
final class LayerPlots {

    private LayerPlots() {}

    private static String file(String what, String variant) {
        return "baselines-" + what + "-" + variant.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    }

    /** Share of zeros by layer, a line an epoch: first, middle and last. */
    static Plot zeros(String variant, RunResult run) {
        List<String> layers = layers(run);
        XYChart weights = Charts.chart(
                variant + ": weights nearer to zero than 0.001",
                axis(layers),
                "share of the layer's weights (%)",
                760,
                330);
        XYChart activations = Charts.chart(
                variant + ": zeros behind ReLU",
                axis(layers.subList(0, layers.size() - 1)),
                "share of the layer's activations (%)",
                760,
                330);
        for (int epoch : shown(run)) {
            List<LayerWeights> at = run.epochs().get(epoch).weights();
            String name = "epoch " + (epoch + 1);
            add(weights, name, at.stream().map(l -> 100 * l.zeroWeights()).toList());
            add(
                    activations,
                    name,
                    at.stream()
                            .filter(l -> !Double.isNaN(l.zeroActivations()))
                            .map(l -> 100 * l.zeroActivations())
                            .toList());
        }
        activations.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        weights.getStyler().setYAxisMin(0.0);
        return new Plot(
                file("zeros", variant),
                "Zero fractions of " + variant + " by layer, from the input to the output.",
                List.of(weights, activations),
                1);
    }

    private static void add(XYChart chart, String name, List<Double> shares) {
        Charts.line(
                chart,
                name,
                Tables.upTo(shares.size()),
                shares.stream().map(s -> new Spread(s, 0, 1)).toList());
        chart.getStyler().setXAxisDecimalPattern("0");
    }

    private static String axis(List<String> layers) {
        return "layer, 1 = " + layers.get(0) + " to " + layers.size() + " = " + layers.get(layers.size() - 1);
    }

    /** One small histogram a layer, the first and the last epoch over each other. */
    static Plot weights(String variant, RunResult run) {
        List<XYChart> charts = new ArrayList<>();
        List<String> layers = layers(run);
        List<Integer> shown = shown(run);
        for (int l = 0; l < layers.size(); l++) {
            XYChart chart = Charts.chart(variant + " " + layers.get(l), "weight", "share (%)", 280, 210);
            for (int i : List.of(0, shown.size() - 1)) {
                int epoch = shown.get(i);
                if (i > 0 || chart.getSeriesMap().isEmpty()) {
                    Histogram histogram =
                            run.epochs().get(epoch).weights().get(l).weights();
                    Charts.histogram(chart, "epoch " + (epoch + 1), histogram, i == 0 ? 0 : 1);
                }
            }
            chart.getStyler().setLegendVisible(false);
            chart.getStyler().setXAxisMaxLabelCount(4);
            charts.add(chart);
        }
        return new Plot(
                file("weights", variant),
                "Weights of " + variant + " by layer; blue after the first epoch, orange after the last.",
                charts,
                4);
    }

    private static List<String> layers(RunResult run) {
        return run.epochs().get(0).weights().stream().map(LayerWeights::layer).toList();
    }

    private static List<Integer> shown(RunResult run) {
        int last = run.epochs().size() - 1;
        return IntStream.of(0, last / 2, last).distinct().boxed().toList();
    }
}
