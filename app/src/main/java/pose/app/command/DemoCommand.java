package pose.app.command;

import java.io.PrintWriter;
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
import pose.app.demo.Demo;
import pose.app.demo.DemoSettings;
import pose.app.demo.DemoSummary;
import pose.stream.PeopleSettings;

/** {@code pose demo}: everything at once. */
@Command(
        name = "demo",
        description = {
            "Runs the whole pipeline over one source: a Kafka broker of its own, ingest, stream, and a reader.",
            "",
            "Ends at the end of the source or on Ctrl-C, prints a summary on standard output, and leaves nothing behind "
                    + "but the files that were asked for. Fails (exit code 1) where a frame has no pose event or the source "
                    + "breaks off; what came before is processed and written all the same."
        },
        footer = {
            "",
            "Examples:",
            "  pose demo",
            "  pose demo --source 'synthetic:match?people=6&seconds=20' --locator bundled --video match.mp4",
            "  pose demo --source clip.mp4 --out poses.jsonl --video poses.mp4",
            "  pose demo --source 'synthetic:athlete?seconds=20&fps=25&width=1280&height=720&people=2&seed=7'"
        })
public final class DemoCommand implements Callable<Integer> {

    private static final String MATCH = "synthetic:match?people=6&seconds=10";
    private static final String ATHLETE = "synthetic:athlete?seconds=10";

    @Option(
            names = "--source",
            paramLabel = "URL",
            description = {
                "A video file, or synthetic:athlete with any of ?seconds=10&fps=30&width=640&height=360&people=1&seed=1: "
                        + "an athlete that is rendered, whose true keypoints are known; or synthetic:match, where several "
                        + "run about, cross, leave and come back.",
                "(default: " + MATCH + " where people are looked for, else " + ATHLETE + ")"
            })
    private @Nullable String source;

    @Mixin
    private SourceArguments reading = new SourceArguments();

    @Mixin
    private ModelArguments model = new ModelArguments();

    @Mixin
    private LocatorOption locator = new LocatorOption();

    @Mixin
    private PeopleOptions people = new PeopleOptions();

    @Option(names = "--out", paramLabel = "FILE.jsonl", description = "Write every pose event, one JSON object a line.")
    private @Nullable Path out;

    @Option(
            names = "--video",
            paramLabel = "FILE.mp4",
            description =
                    "Write the source's pictures with everyone drawn on, in a colour for each id, and who came and "
                            + "was lost: as many frames, the same rate.")
    private @Nullable Path video;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        locator.checkKept();
        if (out != null
                && video != null
                && out.toAbsolutePath()
                        .normalize()
                        .equals(video.toAbsolutePath().normalize())) {
            throw new ParameterException(command.commandLine(), "--out and --video name the same file, '" + out + "'");
        }
        DemoSettings settings = new DemoSettings(
                SourceText.address(command.commandLine(), source()).full(),
                reading.options(command),
                people(),
                Optional.ofNullable(out),
                Optional.ofNullable(video));
        try (Interruption interruption = Interruption.listen()) {
            PrintWriter err = command.commandLine().getErr();
            DemoSummary summary;
            try {
                summary = new Demo(settings, this::load, err, interruption::happened).run();
            } catch (RuntimeException e) {
                // Libraries refuse to be loaded by a program that is ending: no news to whoever ends it.
                if (interruption.happened()) {
                    err.println("pose demo: stopped before its first frame");
                    return ExitCode.FAILED;
                }
                throw e;
            }
            summary.lines().forEach(command.commandLine().getOut()::println);
            command.commandLine().getOut().flush();
            summary.failure().ifPresent(reason -> {
                throw new UserMistake(reason);
            });
            if (!summary.complete() && !summary.interrupted()) {
                throw new UserMistake(summary.deadLetters() + " frames could not be processed and " + summary.lost()
                        + " were lost, of " + summary.framesIn());
            }
            return ExitCode.DONE;
        }
    }

    private String source() {
        if (source != null) {
            return source;
        }
        return locator.isAsked() ? MATCH : ATHLETE;
    }

    private PeopleSettings people() {
        try {
            return people.settings();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private LoadedNetworks load() {
        return LoadedNetworks.of(model.load(), () -> model.load(locator, new DeviceOptions()));
    }
}
