package pose.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import pose.app.judge.JudgedEvents;
import pose.app.judge.SequenceLines;
import pose.athlete.Scene;
import pose.ingest.SourceException;
import pose.ingest.source.SourceUrl;
import pose.ingest.source.SourceUrl.SyntheticUrl;
import pose.trainer.judging.sequence.SequenceFigures;
import pose.trainer.judging.sequence.SequenceJudge;

/** {@code pose judge}: how good a stream's events are. */
@Command(
        name = "judge",
        description = {
            "Judges the pose events of a rendered scene against its truth: who was found (recall, precision), who was kept "
                    + "the same (IDF1, MOTA, HOTA), the parts in sight (PCK@0.2), how restless parts are that stand still before and "
                    + "after smoothing, and how far smoothing lags behind.",
            "",
            "Prints the figures on standard output. Whoever is hidden by more than half is not asked for, and finding them "
                    + "is not wrong. Of the others PCK@0.2 asks for the parts that are inside the picture and not behind "
                    + "somebody nearer; a second figure asks for those behind somebody too."
        },
        footer = {
            "",
            "Examples:",
            "  pose demo --source 'synthetic:match?seconds=60' --out events.jsonl",
            "  pose judge --events events.jsonl --truth 'synthetic:match?seconds=60'",
            "  pose watch --from-beginning --until-end | pose judge --events - --truth 'synthetic:match?seed=2' --camera left"
        })
public final class JudgeCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--events",
            paramLabel = "FILE",
            required = true,
            description = "Pose events, one JSON object a line, as pose demo --out and pose watch write them; - for "
                    + "standard input.")
    private String events = "";

    @Option(
            names = "--truth",
            paramLabel = "URL",
            required = true,
            description =
                    "The scene that was ingested, with its options: synthetic:match?… or synthetic:athlete?…; at its "
                            + "own rate (no --fps), at any --width.")
    private String truth = "";

    @Option(names = "--camera", paramLabel = "ID", description = "Judge this camera's events alone.")
    private @Nullable String camera;

    @Option(
            names = "--visible",
            paramLabel = "SHARE",
            description =
                    "What share of somebody's parts must be visible for them to be asked for (0 to 1; default: 0.5).")
    private double leastVisible = SequenceJudge.LEAST_VISIBLE;

    @Mixin
    private FiguresFile json = new FiguresFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!(leastVisible >= 0 && leastVisible <= 1)) {
            throw new ParameterException(spec.commandLine(), "--visible is " + leastVisible + "; allowed: 0 to 1");
        }
        json.check();
        JudgedEvents judged = new JudgedEvents(scene(), events.equals(STANDARD_INPUT) ? "standard input" : events);
        try (BufferedReader lines = open()) {
            judged.read(lines, Optional.ofNullable(camera));
        } catch (IOException e) {
            throw new UserMistake("--events '" + events + "' cannot be read: " + e.getMessage(), e);
        }
        SequenceFigures figures = judged.figures(leastVisible);
        SequenceLines.of(figures).forEach(spec.commandLine().getOut()::println);
        json.write(figures.toMap());
        return ExitCode.DONE;
    }

    private Scene scene() {
        try {
            if (SourceUrl.parse(truth) instanceof SyntheticUrl rendered) {
                return rendered.open();
            }
        } catch (SourceException e) {
            throw new ParameterException(spec.commandLine(), "--truth: " + e.getMessage(), e);
        }
        throw new ParameterException(
                spec.commandLine(),
                "--truth is '" + truth
                        + "', whose truth nobody knows; allowed: synthetic:match?… or synthetic:athlete?…");
    }

    private BufferedReader open() throws IOException {
        return events.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(events));
    }
}
