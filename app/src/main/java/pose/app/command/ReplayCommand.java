package pose.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.console.LiveLine;
import pose.app.kafka.Cluster;
import pose.app.replay.FileMaterial;
import pose.app.replay.Look;
import pose.app.replay.Material;
import pose.app.replay.Reinference;
import pose.app.replay.Replay;
import pose.app.replay.ReplayPlan;
import pose.app.replay.ReplayReport;
import pose.app.replay.ReplaySender;
import pose.app.replay.ReplaySpeed;
import pose.app.replay.TopicMaterial;
import pose.app.slice.TopicSlice;
import pose.ingest.FrameLimit;
import pose.ingest.IngestException;
import pose.ingest.PublisherOptions;
import pose.ingest.SourceException;
import pose.schema.Topic;
import pose.schema.Topics;

/** {@code pose replay}: recorded footage back through topics. */
@Command(
        name = "replay",
        description = {
            "Replays recordings, or a slice of a topic's frames, with their original timing.",
            "",
            "Several cameras keep to one clock: their frames come as far apart as they were taken, divided by --speed. A "
                    + "replayed frame has a new epoch and new sequences from 0 on; its capture time is when the replay shows it, "
                    + "and 'original' says which frame it was (nothing, for a file's). No frame is left out: while Kafka is slow "
                    + "the replay waits, and then it is late, and says so.",
            "",
            "With --weights the frames are looked at here, and their pose events go to --to-topic: the same frames and weights "
                    + "give the same events, bit for bit.",
            "",
            "Prints at the end how exactly frames were on time, and a hash of all that was put out but for its times: two "
                    + "replays of the same footage (and weights) have the same, at any speed. Ends at the end of the footage or "
                    + "on Ctrl-C, with all that was sent acknowledged."
        },
        footer = {
            "",
            "Examples:",
            "  pose replay --camera gate-1=north.mp4 --camera gate-2=south.mp4 --speed 2",
            "  pose replay --cameras gate-1,gate-2 --from 2026-05-01T18:30:00Z --to 2026-05-01T18:31:00Z",
            "  pose replay --from gate-1/1777660200000000/1500 --to-topic test.frames --loop",
            "  pose replay --cameras gate-1 --weights athlete/7 --to-topic gate-1.athlete-7 --speed max"
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final int SECONDS_BETWEEN_LINES = 5;
    private static final int UNSEEN_TOLD = 5;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private FootageOptions footage = new FootageOptions();

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            converter = Speed.class,
            description = "Seconds of footage a second, 0.25 to 8, or max: as fast as Kafka takes them (default: "
                    + "${DEFAULT-VALUE}).")
    private ReplaySpeed speed = ReplaySpeed.of(1);

    @Option(
            names = "--loop",
            paramLabel = "N",
            arity = "0..1",
            defaultValue = "1",
            fallbackValue = "" + Integer.MAX_VALUE,
            converter = Loop.class,
            description =
                    "Begin again at the end, each time with an epoch of its own: N passes in all, at least 1; without N, "
                            + "until Ctrl-C (default: one pass).")
    private int passes;

    @Option(
            names = "--to-topic",
            paramLabel = "NAME",
            converter = TopicName.class,
            description =
                    "Where it goes (default: pose.frames.v1; with --weights there is none). One of another name is made "
                            + "if it is not there, with as many partitions as the topic that is read, or one for files.")
    private @Nullable String toTopic;

    @Mixin
    private ReinferenceOptions weights = new ReinferenceOptions();

    @Mixin
    private FiguresFile figures = new FiguresFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SourceException, IngestException {
        footage.check(spec);
        String topic = target();
        figures.check();
        try (Interruption interruption = Interruption.listen()) {
            Cluster cluster = kafka.connect();
            Optional<LoadedNetworks> model = weights.load();
            try {
                model.map(LoadedNetworks::together).ifPresent(WarmUp::of);
                run(cluster, topic, model, interruption);
            } finally {
                model.ifPresent(LoadedNetworks::close);
            }
        }
        return ExitCode.DONE;
    }

    /** Where it goes; never where others take it for something else. */
    private String target() {
        if (toTopic == null) {
            if (weights.wanted()) {
                throw new ParameterException(
                        spec.commandLine(), "--weights needs --to-topic NAME: a topic of its own for the pose events");
            }
            return Topics.FRAMES.name();
        }
        boolean frames = !weights.wanted() && toTopic.equals(Topics.FRAMES.name());
        if (!frames && Topics.ALL.stream().anyMatch(each -> each.name().equals(toTopic))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--to-topic " + toTopic + " is the pipeline's own; "
                            + (weights.wanted()
                                    ? "re-inference needs a topic of its own"
                                    : "frames go to " + Topics.FRAMES.name() + " or to a topic of their own"));
        }
        return toTopic;
    }

    private void run(Cluster cluster, String topic, Optional<LoadedNetworks> model, Interruption interruption)
            throws SourceException, IngestException {
        PrintWriter err = spec.commandLine().getErr();
        Optional<TopicSlice> slice = footage.isFiles()
                ? Optional.empty()
                : Optional.of(TopicSlice.find(cluster, footage.slice(spec), err::println));
        prepare(cluster, topic, slice.map(TopicSlice::partitions).orElse(1));
        FrameLimit limit = FrameLimit.of(cluster.properties(), topic, PublisherOptions.defaults());
        Material material = slice.isPresent() ? new TopicMaterial(slice.get()) : files(limit);
        Look look = model.<Look>map(loaded -> new Reinference(loaded.together(), weights.batch(), "replay/" + topic))
                .orElse(Look.NONE);
        try (LiveLine line = new LiveLine(err, LiveLine.onTerminal(), SECONDS_BETWEEN_LINES, System::nanoTime);
                ReplaySender sender = ReplaySender.connect(cluster.properties(), topic, limit)) {
            Replay replay = new Replay(
                    new ReplayPlan(material, speed, passes, look), sender, new ReplayProgress(line, err, UNSEEN_TOLD));
            interruption.whenAsked(replay::stop);
            tell(replay.run());
        }
    }

    /** Only the pipeline's own topic has to be there: it is made for a whole pipeline, not for one replay. */
    private void prepare(Cluster cluster, String topic, int partitions) {
        if (topic.equals(Topics.FRAMES.name())) {
            cluster.require(Topics.FRAMES);
            return;
        }
        Topic<?, ?> wanted = weights.wanted() ? Topics.KEYPOINTS.named(topic) : Topics.FRAMES.named(topic);
        if (!cluster.create(List.of(wanted), partitions, Map.of()).isEmpty()) {
            spec.commandLine().getErr().println("made topic " + topic + ", partitions: " + partitions);
        }
    }

    private Material files(FrameLimit limit) throws SourceException, IngestException {
        FileMaterial files = new FileMaterial(footage.files(spec));
        files.check(limit);
        return files;
    }

    private void tell(ReplayReport report) {
        PrintWriter out = spec.commandLine().getOut();
        report.lines().forEach(out::println);
        out.flush();
        figures.write(report.figures());
        report.failure().ifPresent(reason -> {
            throw new UserMistake(reason);
        });
        if (report.frames() == 0 && !report.interrupted()) {
            throw new UserMistake("there is no frame to replay"
                    + (footage.isFiles()
                            ? ""
                            : ": topic " + footage.topic() + " has none of these cameras between --from "
                                    + "and --to"));
        }
        if (report.unseen() > 0) {
            throw new UserMistake(report.unseen() + " of " + report.frames() + " frames could not be looked at");
        }
    }

    static final class Speed implements ITypeConverter<ReplaySpeed> {
        @Override
        public ReplaySpeed convert(String text) {
            try {
                return ReplaySpeed.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class Loop extends Bounded {
        Loop() {
            super(1, Integer.MAX_VALUE);
        }
    }
}
