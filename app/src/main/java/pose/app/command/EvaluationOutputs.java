package pose.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pose.app.UserMistake;
import pose.app.output.OutputFiles;
import pose.cpm.WeightsVersion;
import pose.trainer.csv.BadCsvException;
import pose.trainer.judging.Evaluated;
import pose.trainer.judging.EvaluatedCsv;
import pose.trainer.judging.EvaluationFigures;
import pose.trainer.judging.report.LossCurve;
import pose.trainer.judging.report.Report;

/** Options for what an evaluation writes beside its tables. */
final class EvaluationOutputs {

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write a page with plots, belief maps and the worst cases, e.g. report.html.")
    private @Nullable Path report;

    @Option(
            names = "--curve",
            paramLabel = "FILE",
            description = "A run's curve.csv, whose losses go into the report (default: the version's own, where it "
                    + "has one).")
    private @Nullable Path curve;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Also write where each part was found as CSV, id,part,x,y.")
    private @Nullable Path predictions;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Also write the labels as CSV, id,part,x,y,labelled,scale, the scale being the torso.")
    private @Nullable Path truth;

    @Option(
            names = "--worst",
            paramLabel = "FILE",
            description = "Of a locator: also write a sheet of the pictures in which it is most wrong, e.g. worst.png.")
    private @Nullable Path worst;

    /** @throws UserMistake where a file could not be written */
    void check() {
        OutputFiles.check("--json", json);
        OutputFiles.check("--report", report);
        OutputFiles.check("--predictions", predictions);
        OutputFiles.check("--truth", truth);
        OutputFiles.check("--worst", worst);
    }

    /** The losses that go into the report: those asked for, or the version's own. */
    Optional<LossCurve> losses(WeightsVersion weights) {
        Optional<Path> own =
                weights.folder().map(folder -> folder.resolve(LossCurve.FILE)).filter(Files::exists);
        Optional<Path> file = Optional.ofNullable(curve).or(() -> own);
        try {
            return file.isPresent() ? Optional.of(LossCurve.read(file.get())) : Optional.empty();
        } catch (BadCsvException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether something is asked for that only poses have. */
    boolean areOfPoses() {
        return report != null || curve != null || predictions != null || truth != null;
    }

    boolean wantsWorst() {
        return worst != null;
    }

    /** Writes what is asked for of a locator's figures. */
    void write(LocatorJudging judging) {
        write("--json", json, file -> Files.writeString(file, JsonFigures.text(judging.toMap()) + "\n"));
        write("--worst", worst, judging::writeWorst);
    }

    boolean wantsReport() {
        return report != null;
    }

    /** Writes the page, where it is asked for. */
    void write(Report page) {
        write("--report", report, page::write);
    }

    /** Writes the other files that are asked for. */
    void write(EvaluationFigures figures, Evaluated evaluated) {
        write("--json", json, file -> Files.writeString(file, JsonFigures.text(figures.toMap()) + "\n"));
        write("--predictions", predictions, file -> EvaluatedCsv.writePredictions(file, evaluated));
        write("--truth", truth, file -> EvaluatedCsv.writeTruth(file, evaluated));
    }

    /** What puts something into a file. */
    private interface Output {
        void write(Path file) throws IOException;
    }

    private static void write(String option, @Nullable Path file, Output output) {
        if (file == null) {
            return;
        }
        try {
            output.write(file);
        } catch (IOException e) {
            throw new UserMistake(option + " '" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }
}
