package pose.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.guard.Guarded;
import pose.ingest.IngestException;
import pose.ingest.SourceAddress;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.camera.CameraSettings;
import pose.ingest.source.SourceUrl;
import pose.ingest.source.SourceUrl.ImagesUrl;
import pose.ingest.source.SourceUrl.SyntheticUrl;
import pose.ingest.source.SourceUrl.VideoFileUrl;

/** {@code pose ingest}: a source's pictures onto Kafka. */
@Command(
        name = "ingest",
        description = {
            "Publishes the pictures of a source, or of many cameras, as frames.",
            "",
            "A recording's frames are published each once and in order, waiting while Kafka is slow, until its end. A "
                    + "live camera is read until Ctrl-C: when it is lost, it is reached again; when Kafka is too slow, the "
                    + "oldest frames are dropped; and every frame that is missing is told on topic pose.gaps.v1.",
            "",
            "What was published is printed on standard output at the end, every frame acknowledged.",
            "",
            "A password in --source would be seen by everyone who lists processes: use @|bold $${env:NAME}|@ or "
                    + "@|bold $${file:PATH}|@ in its place. docs/cameras.yaml explains every key of --config."
        },
        footer = {
            "",
            "Examples:",
            "  pose ingest --camera gate-1 --source clip.mp4",
            "  pose ingest --camera gate-1 --source 'rtsp://viewer:$${env:PASSWORD}@192.0.2.10/stream1'",
            "  pose ingest --camera load-7 --source 'synthetic:athlete?seconds=600&seed=7' --realtime",
            "  pose ingest --config cameras.yaml --metrics-port 9465 --api-port 9466"
        })
public final class IngestCommand implements Callable<Integer> {

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--camera",
            paramLabel = "ID",
            description = "The camera's id: 1 to 100 letters, digits, dots, underscores and hyphens.")
    private @Nullable String camera;

    @Option(
            names = "--source",
            paramLabel = "URL",
            description = {
                "A recording: a video file, a folder of pictures (images:FOLDER?fps=25 at another rate than 25), or "
                        + "synthetic:athlete with any of ?seconds=10&fps=30&width=640&height=360&people=1&seed=1.",
                "A live camera: rtsp:// or rtsps://, rtmp:// or rtmps://, rtmp+listen://ADDRESS:PORT/APP/KEY (waits for "
                        + "it), udp://ADDRESS:PORT (MPEG-TS), http:// or https:// (a path ending in .m3u8 is HLS, any "
                        + "other motion JPEG), v4l2:/dev/video0, or synthetic:athlete with --realtime."
            })
    private @Nullable String source;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "A YAML file of many cameras, in place of --camera and --source. What is saved in it takes effect "
                            + "at once, without touching the cameras that it says nothing new of.")
    private @Nullable Path config;

    @Option(
            names = "--resume",
            description =
                    "Go on behind this camera's last frame on the topic, in the same epoch, where a run over this very "
                            + "recording was broken off; begin at the start where there is none.")
    private boolean resume;

    @Option(
            names = "--no-guard",
            description =
                    "Read in this process, not in one of its own under a guard, which begins again with live cameras "
                            + "after a crash in native code, and tells such an end of a recording in one line.")
    @SuppressWarnings("UnusedVariable") // The guard reads it, before there is a command line.
    private boolean noGuard;

    @Mixin
    private SourceArguments reading = new SourceArguments();

    @Mixin
    private LiveArguments speaking = new LiveArguments();

    @Mixin
    private AttentionArguments attention = new AttentionArguments();

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Mixin
    private CameraMetricsOptions metrics = new CameraMetricsOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SourceException, IngestException {
        String kept = Guarded.begin();
        CommandLine command = spec.commandLine();
        log.apply(command);
        api.check(command);
        metrics.check(command);
        LiveIngest live = new LiveIngest(command, kafka, metrics, api, kept);
        if (config != null) {
            refuse("--config", Optional.ofNullable(camera).map(any -> "--camera"));
            refuse("--config", Optional.ofNullable(source).map(any -> "--source"));
            refuse("--config", reading.given());
            refuse("--config", speaking.given());
            refuse("--config", attention.given());
            refuse("--config", resumed());
            live.run(config);
            return ExitCode.DONE;
        }
        String id = needed(camera, "--camera");
        SourceAddress address = SourceText.address(command, needed(source, "--source"));
        SourceOptions options = reading.options(spec);
        CameraSettings settings = speaking.camera(spec, id, address, options, attention.settings(spec));
        refuse("one camera; it needs --config", api.given());
        if (isLive(SourceUrl.parse(address.full()), options)) {
            refuse("a live camera", resumed());
            live.run(settings);
        } else {
            refuse("a recording", speaking.given());
            refuse("a recording", metrics.given());
            new RecordedIngest(command, kafka, log.onTerminal(), resume)
                    .run(id, address.full(), options, settings.attention());
        }
        return ExitCode.DONE;
    }

    private static boolean isLive(SourceUrl url, SourceOptions options) {
        boolean recorded = url instanceof VideoFileUrl || url instanceof ImagesUrl;
        return !recorded && !(url instanceof SyntheticUrl && !options.realtime());
    }

    private Optional<String> resumed() {
        return resume ? Optional.of("--resume") : Optional.empty();
    }

    private String needed(@Nullable String value, String option) {
        if (value == null) {
            throw new ParameterException(
                    spec.commandLine(), option + " is missing; --camera and --source are needed, or --config");
        }
        return value;
    }

    private void refuse(String beside, Optional<String> option) {
        if (option.isPresent()) {
            throw new ParameterException(spec.commandLine(), option.get() + " is of no use with " + beside);
        }
    }
}
