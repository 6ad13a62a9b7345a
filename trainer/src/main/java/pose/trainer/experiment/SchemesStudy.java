package pose.trainer.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.knowm.xchart.XYChart;
import pose.trainer.Scheme;

/** Figure 6(b): the four schemes of training. */
public final class SchemesStudy implements Study {

    private static final Map<Scheme, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(Scheme.JOINT, "(i) joint");
        NAMES.put(Scheme.STAGEWISE, "(ii) stage-wise");
        NAMES.put(Scheme.STAGEWISE_THEN_JOINT, "(iii) stage-wise, then joint");
        NAMES.put(Scheme.JOINT_WITHOUT_INTERMEDIATE, "(iv) joint without intermediate supervision");
    }

    @Override
    public String name() {
        return "schemes";
    }

    @Override
    public int usualStages() {
        return 3;
    }

    @Override
    public List<Variant> variants(Setting setting, int parts) {
        int least = setting.stages() + 1;
        if (setting.epochs() < least) {
            throw new IllegalArgumentException("--epochs is " + setting.epochs() + "; allowed for " + setting.stages()
                    + " stages: at least " + least + ", one a lesson of scheme (iii)");
        }
        List<Variant> variants = new ArrayList<>();
        NAMES.forEach((scheme, name) -> {
            Map<String, Object> keys = new LinkedHashMap<>(setting.architectureKeys());
            keys.put("scheme", scheme.toString());
            variants.add(new Variant.Machine(name, setting.stages(), keys, false));
        });
        return variants;
    }

    @Override
    public Report report(Setting setting, Results results) {
        List<List<String>> rows = new ArrayList<>();
        double joint = results.spread(Objects.requireNonNull(NAMES.get(Scheme.JOINT)), RunResult::pck)
                .mean();
        for (String variant : results.variants()) {
            Spread pck = results.spread(variant, RunResult::pck);
            rows.add(List.of(
                    variant,
                    String.valueOf(results.facts(variant).steps()),
                    pck.toString(),
                    String.format(java.util.Locale.ROOT, "%+.1f", pck.mean() - joint),
                    String.join(
                            " · ",
                            Tables.stages(results, variant).stream()
                                    .map(Spread::toString)
                                    .toList())));
        }
        Table table = new Table(List.of("scheme", "steps", "PCK@0.2 (%)", "against (i)", "PCK@0.2 by stage (%)"), rows);
        Map<String, Table> files = Tables.files(name(), results);
        XYChart chart = Tables.learning(setting.stages() + " stages by four schemes", results);
        return new Report(
                "The four schemes of training (figure 6b)",
                "All schemes saw the same number of steps in all, with the same optimiser; the epochs of (ii) and (iii) are "
                        + "divided among their lessons as equally as can be, each lesson with a warm-up and a cosine of "
                        + "its own. A lesson of one stage computes less in each step than a joint one, so equal steps favour "
                        + "none in time but give each stage of (ii) fewer steps of learning.",
                table,
                files,
                List.of("(i): all stages at once, a loss after each. (ii): one stage after the other, those before it "
                        + "frozen. (iii): as (ii), then all at once. (iv): as (i), with the last stage's loss alone, so "
                        + "nothing asks its earlier stages for belief maps. In the plot, (ii) and (iii) are "
                        + "judged by the stage that is learning."),
                List.of(new Plot("schemes", "PCK@0.2 after each epoch, by scheme.", List.of(chart), 1)));
    }
}
