package pose.app.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.console.LiveLine;
import pose.app.guard.Guarded;
import pose.app.kafka.Cluster;
import pose.ingest.FramePublisher;
import pose.ingest.FrameSource;
import pose.ingest.IngestException;
import pose.ingest.IngestReport;
import pose.ingest.PublisherOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.resume.Resumption;
import pose.ingest.source.FrameSources;

/** {@code pose ingest}: a source's pictures onto Kafka. */
@Command(
        name = "ingest",
        description = {
            "Publishes a source's pictures as frames, each once and in order, and waits while Kafka is slow.",
            "",
            "Ends at the source's end or on Ctrl-C, with every frame acknowledged, and prints what was published on "
                    + "standard output. Where the source breaks off, what came before it is published."
        },
        footer = {
            "",
            "Examples:",
            "  pose ingest --camera gate-1 --source clip.mp4",
            "  pose ingest --camera load-7 --source 'synthetic:athlete?seconds=600&seed=7' --realtime"
        })
public final class IngestCommand implements Callable<Integer> {

    private static final int SECONDS_BETWEEN_LINES = 5;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--camera",
            paramLabel = "ID",
            required = true,
            description = "The camera's id: 1 to 100 letters, digits, dots, underscores and hyphens.")
    private String camera = "";

    @Option(
            names = "--source",
            paramLabel = "URL",
            required = true,
            description = "A video file, or synthetic:athlete with any of "
                    + "?seconds=10&fps=30&width=640&height=360&people=1&seed=1.")
    private String source = "";

    @Option(
            names = "--resume",
            description =
                    "Go on behind this camera's last frame on the topic, in the same epoch, where a run over this very "
                            + "recording was broken off; begin at the start where there is none.")
    private boolean resume;

    @Option(
            names = "--no-guard",
            description = "Read live cameras in this process, not in one of its own under a guard that starts it again "
                    + "after a crash in native code.")
    private boolean noGuard;

    @Mixin
    private SourceArguments reading = new SourceArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SourceException, IngestException {
        Guarded.endWithGuard();
        SourceOptions options = reading.options(spec);
        try (Interruption interruption = Interruption.listen();
                FrameSource frames = open(options)) {
            Cluster cluster = kafka.connect();
            try (FramePublisher publisher = connect(cluster, !options.realtime())) {
                interruption.whenAsked(publisher::stop);
                publish(publisher, frames);
            }
        }
        return ExitCode.DONE;
    }

    private FrameSource open(SourceOptions options) throws SourceException, IngestException {
        return resume
                ? Resumption.open(source, options, kafka.connect().properties(), camera, Clock.systemUTC())
                : FrameSources.open(source, options, Clock.systemUTC());
    }

    private FramePublisher connect(Cluster cluster, boolean bulk) throws IngestException {
        PublisherOptions soon = PublisherOptions.defaults();
        try {
            return FramePublisher.connect(cluster.properties(), camera, bulk ? soon.inBulk() : soon);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private void publish(FramePublisher publisher, FrameSource frames) throws IngestException {
        PrintWriter err = spec.commandLine().getErr();
        try (LiveLine live = new LiveLine(err, LiveLine.onTerminal(), SECONDS_BETWEEN_LINES, System::nanoTime)) {
            IngestReport report =
                    publisher.publish(frames, soFar -> live.show(() -> "frames acknowledged " + soFar.frames()));
            if (report.frames() == 0 && frames.firstSequence() > 0) {
                tellComplete(report, frames.firstSequence());
            } else {
                tell(report);
            }
        } catch (IngestException e) {
            e.report().ifPresent(this::tell);
            throw e;
        }
    }

    private void tellComplete(IngestReport report, long frames) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(
                Locale.ROOT,
                "camera %s: nothing to add to its %d frames, epoch %d",
                report.camera(),
                frames,
                report.epochUs()));
        out.flush();
    }

    private void tell(IngestReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(
                Locale.ROOT,
                "camera %s: %d frames published, %.1f MB, epoch %d",
                report.camera(),
                report.frames(),
                report.bytes() / 1e6,
                report.epochUs()));
        out.flush();
    }
}
