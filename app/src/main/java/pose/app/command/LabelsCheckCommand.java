package pose.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.trainer.csv.BadCsvException;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.DataSets;
import pose.trainer.data.Purpose;
import pose.trainer.labels.CheckedPeople;
import pose.trainer.labels.ContactSheet;
import pose.trainer.labels.Exclusions;
import pose.trainer.labels.LabelCheck;
import pose.trainer.labels.Predictions;
import pose.trainer.labels.SuspectsCsv;
import pose.trainer.labels.Suspicion;
import pose.trainer.labels.SuspicionReason;

/** {@code pose labels check}: which labels of a data set are probably wrong. */
@Command(
        name = "check",
        description = {
            "Ranks the labels of a data set that are probably wrong, and writes a list that training leaves out.",
            "",
            "Suspicious are limbs too long for the person and parts far outside the body; trunks whose sides cross; left "
                    + "and right where predictions fit the labels much better swapped; and parts far from where they are "
                    + "predicted. Predictions are those of networks that never saw the labels: the people are dealt into "
                    + "folds, and a small network trained on the other folds predicts each. A score of 1 is as far as "
                    + "the data set's own outer fence, the third quartile plus three times the distance between the "
                    + "quartiles.",
            "",
            "Writes into --out: suspects.csv (id,part,reason,score,rank), exclude.txt (data.exclude of an experiment "
                    + "takes it), sheet-1.png and on (the most suspicious people, to look at), predictions.csv. Prints "
                    + "how many suspicions there are of each kind."
        },
        footer = {
            "",
            "Examples:",
            "  pose labels check lspet:data/lspet --out runs/labels",
            "  pose labels check lspet:data/lspet --out runs/labels2 --predictions runs/labels/predictions.csv "
                    + "--least-score 1.5"
        })
public final class LabelsCheckCommand implements Callable<Integer> {

    private static final double USUAL_SHARE = 0.02;

    @Parameters(
            paramLabel = "DATASET",
            description = "KIND:PATH?key=value, as an experiment's data.training has it; without first and last, "
                    + "lspet:DIR is images 1 to 8000.")
    private String dataset = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the results go.")
    private Path out = Path.of("");

    @Option(
            names = "--share",
            paramLabel = "S",
            description = "Exclude at most this share of the labels, the worst first; never one below a score of 1 "
                    + "(0 to 1; default: 0.02, or all that --least-score lets through).")
    private @Nullable Double share;

    @Option(
            names = "--least-score",
            paramLabel = "S",
            description = "Exclude nothing with a lower score (1 or more; default: 1).")
    private double leastScore = 1;

    @Option(
            names = "--sheet",
            paramLabel = "N",
            converter = PeopleShown.class,
            defaultValue = "60",
            description = "Show so many people on the contact sheet (0 to 10000; default: ${DEFAULT-VALUE}).")
    private int sheet = 60;

    @Mixin
    private LabelPredictions predictions = new LabelPredictions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** How many people fit on sheets that somebody looks at. */
    static final class PeopleShown extends Bounded {
        PeopleShown() {
            super(0, 10_000);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new ParameterException(spec.commandLine(), "--share is " + share + "; allowed: 0 to 1");
        }
        if (!(leastScore >= 1)) {
            throw new ParameterException(spec.commandLine(), "--least-score is " + leastScore + "; allowed: 1 or more");
        }
        predictions.requireOneSource(spec);
        DataSet data = open();
        try (WorkProgress progress = new WorkProgress(spec.commandLine().getErr())) {
            Files.createDirectories(out);
            CheckedPeople people = CheckedPeople.read(data, progress.of("reading people", data.size()));
            Predictions found = predictions.of(data, people, out, progress);
            List<Suspicion> ranked = LabelCheck.rank(people, found);
            Exclusions exclusions = Exclusions.of(ranked, most(people), leastScore);
            SuspectsCsv.write(out.resolve("suspects.csv"), people.skeleton(), ranked);
            exclusions.write(out.resolve("exclude.txt"), people.skeleton().parts(), List.of(about(data, exclusions)));
            int sheets = new ContactSheet(data, people.skeleton(), found).write(out, ranked, sheet);
            tell(data, people, ranked, exclusions, sheets);
            return ExitCode.DONE;
        } catch (BadCsvException e) {
            throw new UserMistake("--predictions: " + e.getMessage(), e);
        } catch (DataSetException | IllegalArgumentException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UserMistake("--out '" + out + "' cannot be written or read: " + e.getMessage(), e);
        }
    }

    private DataSet open() {
        try {
            return DataSets.open(dataset, Purpose.TRAINING);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "DATASET: " + e.getMessage(), e);
        } catch (DataSetException e) {
            throw new UserMistake("DATASET: " + e.getMessage(), e);
        }
    }

    private long most(CheckedPeople people) {
        if (share == null && leastScore > 1) {
            return people.labels();
        }
        return (long) Math.floor((share == null ? USUAL_SHARE : share) * people.labels());
    }

    private String about(DataSet data, Exclusions exclusions) {
        return "pose labels check: " + exclusions + " of " + data.name() + ", worst first";
    }

    private void tell(DataSet data, CheckedPeople people, List<Suspicion> ranked, Exclusions exclusions, int sheets) {
        PrintWriter to = spec.commandLine().getOut();
        to.println("data " + data.name() + ", people " + people.people().size() + ", labels " + people.labels());
        to.println(String.format(Locale.ROOT, "%-14s %8s %8s %10s", "reason", "found", "people", "highest"));
        for (SuspicionReason reason : SuspicionReason.values()) {
            List<Suspicion> of =
                    ranked.stream().filter(s -> s.reason() == reason).toList();
            long suspects = of.stream().map(Suspicion::person).distinct().count();
            String highest = of.isEmpty()
                    ? "-"
                    : String.format(Locale.ROOT, "%.2f", of.get(0).score());
            to.println(String.format(
                    Locale.ROOT, "%-14s %8d %8d %10s  %s", reason, of.size(), suspects, highest, reason.meaning()));
        }
        to.println(String.format(
                Locale.ROOT,
                "excluded: %s, %.2f %% of the labels",
                exclusions,
                100.0 * exclusions.labels() / Math.max(1, people.labels())));
        to.println(
                out + ": suspects.csv, exclude.txt" + (sheets == 0 ? "" : ", sheet-1.png to sheet-" + sheets + ".png"));
    }
}
