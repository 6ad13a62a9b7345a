package pose.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import pose.app.bench.CamerasBenchmark;
import pose.app.bench.CamerasFigures;
import pose.app.bench.IngestBenchmark;
import pose.app.bench.IngestFigures;
import pose.app.bench.IngestPlan;
import pose.app.bench.LatencyBenchmark;
import pose.app.bench.LatencyFigures;
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
            "With --cameras, live cameras of 640×360 and 10 frames/s on a pose ingest of its own process: frames missing, CPU a "
                    + "camera, memory. With --live, how long a picture is on its way from camera to topic: its time is "
                    + "drawn into it. Both cameras are ffmpeg processes that send MPEG-TS over UDP on loopback.",
            "",
            "ffmpeg's time is that of its transcoding alone, ours from the first picture asked for to the last "
                    + "acknowledgement; both without their start. Prints the figures on standard output."
        },
        footer = {
            "",
            "Examples:",
            "  pose bench ingest",
            "  pose bench ingest --clip match.mp4 --width 1280 --json ingest.json",
            "  pose bench ingest --cameras 1,16 --seconds 30",
            "  pose bench ingest --live --seconds 30"
        })
public final class BenchIngestCommand implements Callable<Integer> {

    private static final List<Integer> RATES = List.of(10, 25);

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
            names = "--cameras",
            paramLabel = "N",
            split = ",",
            converter = BenchLoad.Count.class,
            description = "Numbers of live cameras with commas between them, one run for each.")
    private List<Integer> cameras = List.of();

    @Option(names = "--live", description = "A live camera's latency, at 10 and at 25 frames/s.")
    private boolean live;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            converter = Seconds.class,
            description = "Length of what is rendered, which is shown three times, or how long a live run is measured, "
                    + "1 to 3600 (default: ${DEFAULT-VALUE}).")
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
        if (live && !cameras.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--live and --cameras are two measurements; one at a time");
        }
        json.check();
        Duration time = Duration.ofSeconds(seconds);
        if (live) {
            return Measurement.run(spec, stop -> {
                LatencyFigures figures = LatencyBenchmark.run(plan.ffmpeg(), RATES, time, err::println, stop);
                json.tell(spec, figures.text(), figures.toMap());
            });
        }
        if (!cameras.isEmpty()) {
            return Measurement.run(spec, stop -> {
                CamerasFigures figures = CamerasBenchmark.run(plan.ffmpeg(), cameras, time, err::println, stop);
                json.tell(spec, figures.text(), figures.toMap());
            });
        }
        return Measurement.run(spec, stop -> {
            IngestFigures figures = new IngestBenchmark(plan, err::println, stop).run();
            json.tell(spec, figures.text(), figures.toMap());
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
