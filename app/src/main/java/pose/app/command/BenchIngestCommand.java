package pose.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.bench.IngestBenchmark;
import pose.app.bench.IngestFigures;
import pose.app.bench.IngestPlan;
import pose.ingest.SourceOptions;
import pose.ingest.recording.FfmpegProgram;
import pose.stream.StreamSetupException;

/** {@code pose bench ingest}: a clip onto Kafka next to the ffmpeg command that throws its pictures away. */
@Command(
        name = "ingest",
        description = {
            "Measures a clip's way onto Kafka (decode, scale, JPEG, acknowledged by a broker in a process of its own) against "
                    + "the ffmpeg command doing decode, scale, mjpeg to null, in turns: same clip, size, quantiser step and "
                    + "number of threads. Figures of several turns are medians.",
            "",
            "ffmpeg's time is that of its transcoding alone, ours from the first picture asked for to the last "
                    + "acknowledgement; both without their start. Prints the figures on standard output."
        },
        footer = {
            "",
            "Examples:",
            "  pose bench ingest",
            "  pose bench ingest --clip match.mp4 --width 1280 --json ingest.json"
        })
public final class BenchIngestCommand implements Callable<Integer> {

    @Option(
            names = "--clip",
            paramLabel = "FILE",
            description = "A video file (default: renders one of 1280×720 into a temporary folder).")
    private @Nullable Path clip;

    @Option(
            names = "--ffmpeg",
            paramLabel = "PATH",
            description =
                    "The ffmpeg command to measure against (default: the one of the same build as the libraries).")
    private @Nullable Path ffmpeg;

    @Option(
            names = "--width",
            paramLabel = "PIXELS",
            description = "Width of the frames, as pose ingest takes it (default: the clip's).")
    private @Nullable Integer width;

    @Option(
            names = "--quality",
            paramLabel = "Q",
            defaultValue = "" + SourceOptions.DEFAULT_QUALITY,
            description = "Quality of the JPEGs, as pose ingest takes it (default: ${DEFAULT-VALUE}).")
    private int quality;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            converter = Seconds.class,
            description = "Length of what is rendered, 1 to 3600; it is shown three times (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "5",
            converter = BenchStreamCommand.Turns.class,
            description = "Turns of each, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int turns;

    @Mixin
    private FiguresFile json = new FiguresFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StreamSetupException {
        PrintWriter err = spec.commandLine().getErr();
        IngestPlan plan = plan();
        json.check();
        return Measurement.run(spec, stop -> {
            IngestFigures figures = new IngestBenchmark(plan, err::println, stop).run();
            spec.commandLine().getOut().println(figures.text());
            json.write(figures.toMap());
        });
    }

    private IngestPlan plan() {
        try {
            return new IngestPlan(
                    Optional.ofNullable(clip),
                    ffmpeg == null ? FfmpegProgram.bundled() : ffmpeg,
                    width == null ? OptionalInt.empty() : OptionalInt.of(width),
                    quality,
                    seconds,
                    turns);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }
}
