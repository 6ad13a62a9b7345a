package pose.app.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.broker.TemporaryFolder;
import pose.app.kafka.Cluster;
import pose.app.metrics.Monitoring;
import pose.cpm.Picture;
import pose.schema.Topics;
import pose.store.WeightsStore;
import pose.stream.LiveLocator;
import pose.stream.LiveModel;
import pose.stream.ModelLoader;
import pose.stream.PersonFinding;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;
import pose.stream.StreamSetupException;
import pose.stream.weights.VersionSource;

/** {@code pose stream}: frames to pose events. */
@Command(
        name = "stream",
        description = {
            "Reads frames and writes a pose event for each, until Ctrl-C.",
            "",
            "The weights are those that channel stable of the model names; another version takes over between two batches. "
                    + "One that cannot be loaded is refused, and the last good one stays. With --weights it keeps to one. The same "
                    + "holds of the locator, which says where people are, with --locator; no candidate is ever tried of it.",
            "",
            "Several of these share the cameras among them. A frame that cannot be processed goes to topic pose.dlq.v1 with "
                    + "the reason; the stream goes on."
        },
        footer = {
            "",
            "Examples:",
            "  pose stream",
            "  pose stream --exactly-once --threads 2 --instance worker-1 --bootstrap kafka-1:9092",
            "  pose stream --weights lite/2026-11-21.4",
            "  pose stream --metrics-port 9464        then see http://localhost:9464/metrics"
        })
public final class StreamCommand implements Callable<Integer> {

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private ModelArguments model = new ModelArguments();

    @Mixin
    private LocatorOption locator = new LocatorOption();

    @Mixin
    private FollowOptions follow = new FollowOptions();

    @Option(
            names = "--exactly-once",
            description =
                    "Each frame's event exactly once, also after a crash; give an --instance with it, so that what a "
                            + "crash left open is ended at once (default: at least once).")
    private boolean exactlyOnce;

    @Option(
            names = "--application-id",
            paramLabel = "ID",
            defaultValue = "pose-stream",
            description =
                    "Streams with the same id share the cameras among them and know how far they are (default: ${DEFAULT-VALUE}).")
    private String applicationId = "pose-stream";

    @Option(
            names = "--instance",
            paramLabel = "NAME",
            description = "A name that stays the same over restarts: this stream then gets its cameras back at once.")
    private @Nullable String instance;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that read and write, 1 to 64; they share one model (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Mixin
    private BatchOptions batches = new BatchOptions();

    @Mixin
    private PeopleOptions people = new PeopleOptions();

    @Mixin
    private TrackOptions tracks = new TrackOptions();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private MetricsOptions metrics = new MetricsOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StreamSetupException {
        // Checked against nothing but itself first: wrong usage is told without waiting for a broker.
        configure("checked:1", Map.of());
        follow.check(model.named(), locator.follows(model.named().isEmpty()));
        log.apply(spec.commandLine());
        // Beside the model, which takes longest: a stream that was killed is to be back soon.
        CompletableFuture<Void> decoder = CompletableFuture.runAsync(Picture::loadDecoder);
        CompletableFuture<Cluster> reached = CompletableFuture.supplyAsync(this::reach);
        try (Interruption interruption = Interruption.listen();
                Monitoring monitoring = metrics.begin(spec.commandLine());
                TemporaryFolder state = TemporaryFolder.create("pose-stream-");
                WeightsStore store = model.store()) {
            VersionSource versions = follow.versions(store, ToldWeights.problems());
            Supplier<Cluster> cluster = () -> done(reached);
            try (StreamNetwork<LiveModel> poses = poses(versions, cluster, monitoring);
                    StreamNetwork<LiveLocator> people = people(versions, cluster, monitoring)) {
                done(decoder);
                if (poses.begin(interruption) && people.begin(interruption)) {
                    serve(poses, people, done(reached), state, interruption, monitoring);
                }
            }
        }
        return ExitCode.DONE;
    }

    private StreamNetwork<LiveModel> poses(VersionSource versions, Supplier<Cluster> cluster, Monitoring monitoring) {
        if (model.named().isPresent()) {
            return new KeptNetwork<>(Optional.of(model.load(devices)), LiveModel::close);
        }
        ModelLoader loader = model.loader(devices);
        return new FollowedModel(
                follow.poses(versions, loader), loader, devices.preparers(), cluster.get(), tellsAs(), monitoring);
    }

    private StreamNetwork<LiveLocator> people(
            VersionSource versions, Supplier<Cluster> cluster, Monitoring monitoring) {
        if (!locator.follows(model.named().isEmpty())) {
            return new KeptNetwork<>(model.load(locator, devices), LiveLocator::close);
        }
        return new FollowedLocator(
                follow.locator(versions, model.locatorLoader(devices)),
                devices.preparers(),
                cluster.get(),
                tellsAs(),
                monitoring);
    }

    private void serve(
            StreamNetwork<LiveModel> poses,
            StreamNetwork<LiveLocator> people,
            Cluster cluster,
            TemporaryFolder state,
            Interruption interruption,
            Monitoring monitoring)
            throws StreamSetupException {
        LiveModel live = poses.atWork().orElseThrow();
        Optional<LiveLocator> finder = people.atWork();
        finder.ifPresent(monitoring::watch);
        monitoring.watch(live);
        StreamConfig config = configure(cluster.bootstrap(), settings(cluster)).withStateDir(state.path());
        try (PoseStream stream =
                new PoseStream(config, finder.map(PersonFinding.class::cast), live, monitoring.listener())) {
            monitoring.watch(stream, config.batching().maxBatch());
            stream.start();
            poses.follow(stream);
            people.follow(stream);
            new StreamLine(stream, spec.commandLine().getErr(), log.onTerminal()).show(interruption, monitoring);
        }
    }

    /** Who this stream is in what it tells others. */
    private String tellsAs() {
        return applicationId
                + "/"
                + (instance == null ? String.valueOf(ProcessHandle.current().pid()) : instance);
    }

    private Cluster reach() {
        Cluster cluster = kafka.connect();
        cluster.require(Topics.FRAMES, Topics.KEYPOINTS, Topics.GAPS, Topics.DLQ);
        if (tracks.settings().isPresent()) {
            cluster.require(Topics.TRACKS);
        }
        return cluster;
    }

    /** What came of it; throws what it threw. */
    private static <T> T done(CompletableFuture<T> begun) {
        try {
            return begun.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private StreamConfig configure(String bootstrap, Map<String, String> settings) {
        try {
            StreamConfig config = StreamConfig.of(bootstrap)
                    .withApplicationId(applicationId)
                    .withThreads(threads)
                    .withBatching(batches.policy())
                    .withPeople(people.settings())
                    .withTracks(tracks.settings())
                    .withExactlyOnce(exactlyOnce)
                    .withKafka(settings);
            return instance == null ? config : config.withInstance(instance);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), optionIn(String.valueOf(e.getMessage())), e);
        }
    }

    /** The stream's own words for its parameters are without dashes. */
    private static String optionIn(String message) {
        return message.replaceFirst("^(threads|instance)", "--$1").replaceFirst("^applicationId", "--application-id");
    }

    private static Map<String, String> settings(Cluster cluster) {
        Map<String, String> settings = new HashMap<>();
        cluster.properties()
                .stringPropertyNames()
                .forEach(name -> settings.put(name, cluster.properties().getProperty(name)));
        settings.remove(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        return settings;
    }
}
