package pose.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.mine.HardestPeople;
import pose.cpm.Network;
import pose.cpm.TestTimeEstimator;
import pose.cpm.TestTimeViews;
import pose.cpm.WeightsVersion;
import pose.cpm.network.Task;
import pose.skeleton.Skeleton;
import pose.trainer.crowd.CrowdDataSets;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.DataSets;
import pose.trainer.data.Purpose;
import pose.trainer.data.Selection;
import pose.trainer.judging.DataSetRun;
import pose.trainer.judging.Evaluated;
import pose.trainer.judging.EvaluationFigures;
import pose.trainer.judging.EvaluationFigures.Look;
import pose.trainer.judging.report.LossCurve;
import pose.trainer.judging.report.Report;
import pose.trainer.judging.report.ReportPictures;

/** {@code pose evaluate}: how good weights are. */
@Command(
        name = "evaluate",
        description = {
            "Judges a weights version on a data set: PCK@0.2 (the share of parts within 0.2 torso lengths of their "
                    + "label) with its area under the curve, PCKh@0.5 where there are head boxes, PDJ and PCP@0.5, and COCO's average "
                    + "precision and recall by object keypoint similarity.",
            "",
            "Prints per cent by part, by limb and by stage on standard output. People whose torso is not labelled are "
                    + "left out. Each is looked at once, in the square around the labelled parts (or the data set's "
                    + "own box) × 1.25; with --flip or --scales also as asked, and both figures are told. What a person "
                    + "covers, for AP and AR, is taken to be 0.53 of that box before it is widened, as it is in COCO on "
                    + "average.",
            "",
            "A locator is judged by recall and precision, by the people's size, on pictures with boxes."
        },
        footer = {
            "",
            "Examples:",
            "  pose evaluate --dataset lspet:data/lspet",
            "  pose evaluate --dataset lspet:data/lspet --flip --scales 0.8,1,1.25 --report report.html",
            "  pose evaluate --dataset synthetic:500 --weights runs/store/lite/2026-11-21.1 --json figures.json",
            "  pose evaluate --dataset matches:100 --weights locator/2026-11-22.1 --worst worst.png"
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--dataset",
            paramLabel = "KIND:PATH",
            required = true,
            description = {
                DataSets.KINDS + ".",
                "Without options what no training has seen, e.g. lspet's images from 8001 on, or all of a folder that has "
                        + "fewer. Options go behind a question mark: ?first=N&last=N (pictures), exclude=FILE, "
                        + "leastParts=N; the README tells the rest.",
                "For a locator: " + CrowdDataSets.KINDS + "."
            })
    private String dataset = "";

    @Mixin
    private ModelArguments model = new ModelArguments();

    @Option(names = "--flip", description = "Look at each person in the mirror too, and average the belief maps.")
    private boolean flip;

    @Option(
            names = "--scales",
            paramLabel = "S",
            split = ",",
            description = "Look at each person in crops of several sizes, the box times each of these (0.25 to 4), and "
                    + "merge the belief maps, e.g. 0.8,1,1.25.")
    private List<Double> scales = List.of(1.0);

    @Option(
            names = "--hardest",
            paramLabel = "SHARE",
            description =
                    "Also tell how wrong the share of the people is whom pose mine would take first, and those whom "
                            + "each of its rules catches (0 to 1, e.g. 0.1).")
    private @Nullable Double hardest;

    @Mixin
    private EvaluationOutputs outputs = new EvaluationOutputs();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        TestTimeViews views = views();
        if (hardest != null && !(hardest > 0 && hardest <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--hardest is " + hardest + "; allowed: more than 0, at most 1");
        }
        outputs.check();
        WeightsVersion weights = model.openWeights();
        if (weights.manifest().architecture().toArchitecture().task() == Task.LOCATOR) {
            return judgeLocator(weights, views);
        }
        if (outputs.wantsWorst()) {
            throw new ParameterException(
                    spec.commandLine(), "--worst is for locators; " + weights + " estimates poses");
        }
        Optional<LossCurve> losses = outputs.losses(weights);
        DataSet data = open(weights.skeleton());
        data.summaries().forEach(spec.commandLine().getErr()::println);
        try (Network network = model.loadNetwork(weights)) {
            List<Look> looks = new ArrayList<>();
            PrintWriter out = spec.commandLine().getOut();
            LookSpeed speed = new LookSpeed();
            Evaluated evaluated = look(data, weights, network, TestTimeViews.SINGLE, speed);
            looks.add(Look.of(TestTimeViews.SINGLE.toString(), evaluated));
            if (!views.equals(TestTimeViews.SINGLE)) {
                speed = new LookSpeed();
                evaluated = look(data, weights, network, views, speed);
                looks.add(Look.of(views.toString(), evaluated));
            }
            EvaluationFigures figures = new EvaluationFigures(weights.toString(), data.name(), looks);
            out.println("weights " + weights + ", data " + data.name() + ", people "
                    + evaluated.people().size() + ", views " + views);
            EvaluationTables.of(figures).forEach(table -> out.print("\n" + table));
            if (hardest != null) {
                out.println();
                HardestPeople.of(evaluated, hardest).lines().forEach(out::println);
            }
            out.println(String.format(
                    Locale.ROOT,
                    "%npeople/s %.1f from crop to keypoints",
                    speed.perSecond(evaluated.people().size())));
            outputs.write(figures, evaluated);
            if (outputs.wantsReport()) {
                TestTimeEstimator estimator = new TestTimeEstimator(network, weights.skeleton(), views);
                outputs.write(new Report(figures, losses, pictures(data, evaluated, estimator)));
            }
        }
        return ExitCode.DONE;
    }

    private int judgeLocator(WeightsVersion weights, TestTimeViews views) {
        if (hardest != null || outputs.areOfPoses() || !views.equals(TestTimeViews.SINGLE)) {
            throw new ParameterException(
                    spec.commandLine(),
                    weights + " is a locator; of the options only --dataset, --weights, --json and --worst are for it");
        }
        try (Network network = model.loadNetwork(weights)) {
            LocatorJudging judging = new LocatorJudging(weights, network, dataset);
            judging.tell(spec.commandLine().getOut());
            outputs.write(judging);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--dataset: " + e.getMessage(), e);
        } catch (DataSetException e) {
            throw new UserMistake("--dataset: " + e.getMessage(), e);
        }
        return ExitCode.DONE;
    }

    private TestTimeViews views() {
        try {
            return new TestTimeViews(scales, flip);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--scales: " + e.getMessage(), e);
        }
    }

    private DataSet open(Skeleton skeleton) {
        try {
            return DataSets.open(dataset, Purpose.JUDGING, Selection.EVERYONE.in(skeleton));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--dataset: " + e.getMessage(), e);
        } catch (DataSetException e) {
            throw new UserMistake("--dataset: " + e.getMessage(), e);
        }
    }

    private static Evaluated look(
            DataSet data, WeightsVersion weights, Network network, TestTimeViews views, LookSpeed speed) {
        TestTimeEstimator estimator = new TestTimeEstimator(network, weights.skeleton(), views);
        try {
            return new DataSetRun(data)
                    .run(people -> speed.timed(() -> estimator.look(people).posesByStage()));
        } catch (DataSetException e) {
            throw new UserMistake("--dataset: " + e.getMessage(), e);
        }
    }

    private static ReportPictures pictures(DataSet data, Evaluated evaluated, TestTimeEstimator estimator) {
        try {
            return ReportPictures.of(data, evaluated, estimator);
        } catch (DataSetException e) {
            throw new UserMistake("--dataset: " + e.getMessage(), e);
        }
    }
}
