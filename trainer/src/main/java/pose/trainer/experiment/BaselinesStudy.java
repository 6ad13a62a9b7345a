package pose.trainer.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pose.trainer.experiment.baseline.RegressionArchitecture;

/** Belief maps against coordinates put out at once, and against not looking at all. */
public final class BaselinesStudy implements Study {

    /** Deep and without normalisation: a regression at a pose machine's learning rate falls into its zeros. */
    private static final double SLOWER = 0.25;

    @Override
    public String name() {
        return "baselines";
    }

    @Override
    public int usualStages() {
        return 3;
    }

    @Override
    public List<Variant> variants(Setting setting, int parts) {
        double rate = setting.learningRate() * SLOWER;
        return List.of(
                new Variant.Mean("mean pose"),
                new Variant.Regression(
                        "4 convolutions", RegressionArchitecture.fourConvolutions(parts, setting.input()), rate),
                new Variant.Regression(
                        "VGG16 × " + setting.width(),
                        RegressionArchitecture.vgg16(parts, setting.input(), setting.width()),
                        rate),
                new Variant.Machine(
                        "CPM, " + setting.stages() + " stages", setting.stages(), setting.architectureKeys(), false));
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
                    String.valueOf(facts.steps()),
                    results.spread(variant, RunResult::pck).toString(),
                    part(results, variant, "head_top"),
                    part(results, variant, "r_wrist"),
                    part(results, variant, "r_ankle")));
        }
        Table table = new Table(
                List.of(
                        "network",
                        "parameters",
                        "multiply-adds (M)",
                        "steps",
                        "PCK@0.2 (%)",
                        "head top (%)",
                        "right wrist (%)",
                        "right ankle (%)"),
                rows);
        Map<String, Table> files = Tables.files(name(), results);
        files.put("baselines-layers", layers(results));
        List<Plot> plots = new ArrayList<>();
        plots.add(new Plot(
                "baselines",
                "PCK@0.2 after each epoch.",
                List.of(Tables.learning("Belief maps against coordinates", results)),
                1));
        for (String variant : results.variants()) {
            if (isRegression(results, variant)) {
                plots.add(LayerPlots.zeros(variant, results.of(variant).get(0)));
                plots.add(LayerPlots.weights(variant, results.of(variant).get(0)));
            }
        }
        return new Report(
                "Belief maps against direct regression of coordinates",
                "All networks saw the same pictures in the same order, varied the same way, for the same number of steps, "
                        + "with the same optimiser and schedule, and are judged alike; the regressions' highest learning "
                        + "rate is a quarter of the CPM's.",
                table,
                files,
                List.of("The regressions put out x and y of each part as shares of the input's side and learn from the "
                        + "squared distance to the labelled ones. The mean pose looks at nothing."),
                plots);
    }

    private static String part(Results results, String variant, String part) {
        boolean known = results.of(variant).stream().allMatch(run -> run.parts().containsKey(part));
        return known
                ? results.spread(variant, run -> run.parts().getOrDefault(part, 0.0))
                        .toString()
                : "–";
    }

    private static boolean isRegression(Results results, String variant) {
        List<EpochResult> epochs = results.of(variant).get(0).epochs();
        return !epochs.isEmpty() && !epochs.get(0).weights().isEmpty();
    }

    private static Table layers(Results results) {
        List<List<String>> rows = new ArrayList<>();
        for (RunResult run : results.runs()) {
            for (int e = 0; e < run.epochs().size(); e++) {
                for (LayerWeights layer : run.epochs().get(e).weights()) {
                    rows.add(List.of(
                            run.variant(),
                            String.valueOf(run.seed()),
                            String.valueOf(e + 1),
                            layer.layer(),
                            Tables.number(layer.zeroWeights(), 4),
                            Tables.number(layer.zeroActivations(), 4),
                            Tables.number(layer.weights().to(), 4),
                            String.join(
                                    " ",
                                    layer.weights().counts().stream()
                                            .map(String::valueOf)
                                            .toList())));
                }
            }
        }
        return new Table(
                List.of(
                        "variant",
                        "seed",
                        "epoch",
                        "layer",
                        "share_of_weights_below_0.001",
                        "share_of_zero_activations",
                        "largest_weight",
                        "weights_in_41_bins_from_minus_to_plus_largest"),
                rows);
    }
}
