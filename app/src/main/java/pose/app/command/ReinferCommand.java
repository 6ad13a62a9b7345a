package pose.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.console.LiveLine;
import pose.app.kafka.Cluster;
import pose.app.reinfer.Outcome;
import pose.app.reinfer.ReinferReport;
import pose.app.reinfer.ReinferenceRun;
import pose.app.reinfer.RunReport;
import pose.app.replay.Reinference;
import pose.app.slice.TopicCameras;
import pose.app.slice.TopicSlice;
import pose.cpm.PersonLocator;
import pose.schema.Frame;
import pose.schema.Topic;
import pose.schema.Topics;
import pose.schema.WeightsRef;
import pose.stream.BatchInference;
import pose.stream.LiveModel;

/** {@code pose reinfer}: recorded frames once more with another weights version. */
@Command(
        name = "reinfer",
        description = {
            "Infers a recorded match again with another weights version, as fast as this machine can, and tells what changed.",
            "",
            "The frames from --from to --to stay where they are; their pose events go to --to-topic, each under the id of its "
                    + "frame, and with its provenance: 'pose why --topic' and 'pose record --events-topic' read them. The topic is "
                    + "made where it is not there, and keeps its events until it is deleted.",
            "",
            "Killed or stopped, the same command goes on where the topic ends. The same frames and version on one engine give the "
                    + "same poses bit for bit, with a break or without; the hash of all of them is printed.",
            "",
            "With --against, another version infers the frames too (into --to-topic with .against behind it), with "
                    + "--against-topic its events are taken from there, and a report tells of each part how far it moved: "
                    + "pixels of the source picture, and shares of the person's extent (the longer side of its keypoints' box)."
        },
        footer = {
            "",
            "Examples:",
            "  pose reinfer --cameras gate-1 --weights lite/2026-11-22.1 --to-topic gate-1.again --against-topic pose.keypoints.v1",
            "  pose reinfer --from 2026-05-01T18:30:00Z --to 2026-05-01T20:15:00Z --weights lite/2 --against lite/1 "
                    + "--to-topic match.lite-2 --json changes.json"
        })
public final class ReinferCommand implements Callable<Integer> {

    private static final int SECONDS_BETWEEN_LINES = 5;

    /** A recording may be older than a topic would keep what carries its times. */
    private static final Map<String, String> KEPT = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--cameras",
            paramLabel = "ID",
            split = ",",
            description =
                    "Whose frames, with commas between them (default: the camera that --from or --to names, else every "
                            + "camera with a frame there).")
    private @Nullable List<String> cameras;

    @Mixin
    private SliceOptions slice = new SliceOptions();

    @Option(
            names = "--weights",
            paramLabel = "DIR|NAME/VERSION",
            required = true,
            description = "The version that looks: its folder, or its name in --weights-store.")
    private String weights = "";

    @Option(names = "--against", paramLabel = "DIR|NAME/VERSION", description = "Compare with what this version sees.")
    private @Nullable String against;

    @Option(
            names = "--against-topic",
            paramLabel = "NAME",
            converter = TopicName.class,
            description = "Compare with the events of this topic, e.g. pose.keypoints.v1: what was seen at the time.")
    private @Nullable String againstTopic;

    @Option(
            names = "--to-topic",
            paramLabel = "NAME",
            required = true,
            converter = TopicName.class,
            description = "Where the pose events go: a topic of its own.")
    private String toTopic = "";

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "16",
            converter = ReinferenceOptions.Batch.class,
            description = "Frames that are looked at together, 1 to 1024 (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Mixin
    private LocatorOption locator = new LocatorOption();

    @Mixin
    private WeightsStoreOption store = new WeightsStoreOption();

    @Mixin
    private EngineOption engine = new EngineOption();

    @Mixin
    private FiguresFile figures = new FiguresFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        check();
        figures.check();
        try (Interruption interruption = Interruption.listen()) {
            Cluster cluster = kafka.connect();
            if (againstTopic != null) {
                cluster.require(Topics.KEYPOINTS.named(againstTopic));
            }
            TopicSlice found = find(cluster);
            RunReport run = infer(cluster, found, "--weights", weights, toTopic, interruption);
            Optional<RunReport> other = against == null || run.failure().isPresent() || run.interrupted()
                    ? Optional.empty()
                    : Optional.of(infer(cluster, found, "--against", against, besides(), interruption));
            tell(report(cluster, found, run, other));
        }
        return ExitCode.DONE;
    }

    private void check() {
        locator.checkKept();
        if (against != null && againstTopic != null) {
            throw new ParameterException(
                    spec.commandLine(), "--against and --against-topic exclude each other: compare with one of them");
        }
        if (Topics.ALL.stream().anyMatch(topic -> topic.name().equals(toTopic))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--to-topic " + toTopic + " is the pipeline's own; re-inference needs a topic of its own");
        }
        if (toTopic.equals(againstTopic) || toTopic.equals(slice.topic())) {
            throw new ParameterException(
                    spec.commandLine(), "--to-topic " + toTopic + " is a topic that is read; give another");
        }
    }

    private String besides() {
        return toTopic + ".against";
    }

    private TopicSlice find(Cluster cluster) {
        Topic<String, Frame> frames = Topics.FRAMES.named(slice.topic());
        List<String> wanted = cameras != null
                ? cameras
                : slice.cameraOfBound()
                        .map(List::of)
                        .orElseGet(() -> TopicCameras.between(cluster, frames, slice.from(), slice.to()));
        if (wanted.isEmpty()) {
            throw new UserMistake(
                    "there is no frame to infer: topic " + slice.topic() + " has none between --from and --to");
        }
        return TopicSlice.find(
                cluster, slice.slice(wanted, spec), spec.commandLine().getErr()::println);
    }

    private RunReport infer(
            Cluster cluster, TopicSlice found, String option, String version, String topic, Interruption interruption) {
        PrintWriter err = spec.commandLine().getErr();
        try (LoadedNetworks networks = LoadedNetworks.of(
                        engine.load(
                                name -> LiveModel.load(store.open(option, version), PersonLocator.WHOLE_IMAGE, name)),
                        () -> locator.load(store, engine, new DeviceOptions()));
                LiveLine line = new LiveLine(err, LiveLine.onTerminal(), SECONDS_BETWEEN_LINES, System::nanoTime)) {
            BatchInference model = networks.together();
            WarmUp.of(model);
            if (!cluster.create(List.of(Topics.KEYPOINTS.named(topic)), found.partitions(), KEPT)
                    .isEmpty()) {
                err.println("made topic " + topic + ", partitions: " + found.partitions());
            }
            WeightsRef looks = networks.poses().weights();
            String name = LoadedNetworks.name(looks);
            String job = found.slice() + " by " + name + " " + looks.getSha256() + networks.whereabouts() + " on "
                    + model.engine() + ", batches of " + batch;
            ReinferenceRun run = new ReinferenceRun(
                    cluster,
                    found,
                    topic,
                    new Reinference(model, batch, "reinfer/" + topic),
                    name,
                    job,
                    frames -> line.show(() -> "frames by " + name + " " + frames));
            interruption.whenAsked(run::stop);
            return run.run();
        }
    }

    private ReinferReport report(Cluster cluster, TopicSlice found, RunReport run, Optional<RunReport> other) {
        boolean whole = run.failure().isEmpty()
                && !run.interrupted()
                && other.flatMap(RunReport::failure).isEmpty()
                && other.filter(RunReport::interrupted).isEmpty();
        Optional<Outcome.Against> before = other.map(
                        report -> new Outcome.Against(Topics.KEYPOINTS.named(report.topic()), false))
                .or(() -> Optional.ofNullable(againstTopic)
                        .map(name -> new Outcome.Against(
                                Topics.KEYPOINTS.named(name), !name.equals(Topics.KEYPOINTS.name()))));
        Optional<Outcome> outcome = whole
                ? Optional.of(Outcome.of(
                        cluster,
                        Topics.KEYPOINTS.named(toTopic),
                        found.slice().cameras().stream().sorted().toList(),
                        before,
                        spec.commandLine().getErr()::println))
                : Optional.empty();
        return new ReinferReport(
                run,
                other,
                other.map(RunReport::weights)
                        .or(() -> Optional.ofNullable(againstTopic).map(name -> "topic " + name)),
                outcome);
    }

    private void tell(ReinferReport report) {
        PrintWriter out = spec.commandLine().getOut();
        report.lines().forEach(out::println);
        out.flush();
        figures.write(report.figures());
        report.failure().ifPresent(reason -> {
            throw new UserMistake(reason);
        });
        if (!report.interrupted() && report.run().frames() + report.run().before() == 0) {
            throw new UserMistake("there is no frame to infer: topic " + slice.topic()
                    + " has none of these cameras between --from and --to");
        }
    }
}
