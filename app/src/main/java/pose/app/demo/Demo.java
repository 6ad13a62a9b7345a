package pose.app.demo;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import pose.app.UserMistake;
import pose.app.broker.EmbeddedBroker;
import pose.app.broker.TemporaryFolder;
import pose.app.console.LiveLine;
import pose.app.kafka.Cluster;
import pose.app.output.OutputFiles;
import pose.ingest.FrameSource;
import pose.ingest.IngestException;
import pose.ingest.SourceException;
import pose.ingest.source.FrameSources;
import pose.schema.PoseFrame;
import pose.schema.Topics;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;
import pose.stream.StreamListener;
import pose.stream.StreamSetupException;

/**
 * Runs the whole pipeline over one source, with a broker of its own, to the source's end or until it is told to stop.
 * Nothing of it stays behind but the files that were asked for.
 */
public final class Demo {

    private static final String CAMERA = "demo";
    private static final Duration TICK = Duration.ofMillis(100);

    /** How long nothing may come out, with all frames in, before what is missing counts as lost. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(15);

    private final DemoSettings settings;
    private final DemoSettings.Loader loader;
    private final PrintWriter progress;
    private final BooleanSupplier stop;

    /**
     * Prepares a demo.
     *
     * @param progress where the live line goes
     * @param stop asked several times a second whether to stop early
     */
    public Demo(DemoSettings settings, DemoSettings.Loader loader, PrintWriter progress, BooleanSupplier stop) {
        this.settings = settings;
        this.loader = loader;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * Runs it.
     *
     * @throws UserMistake where it cannot begin, or an output cannot be written
     */
    public DemoSummary run() {
        long start = System.nanoTime();
        // Set up once, before several threads ask for it at the same time.
        LoggerFactory.getILoggerFactory();
        settings.out().ifPresent(path -> OutputFiles.check("--out", path, settings.source()));
        settings.video().ifPresent(path -> OutputFiles.check("--video", path, settings.source()));
        try (Deferred<EmbeddedBroker> broker =
                        Deferred.begin("start-broker", EmbeddedBroker::temporary, EmbeddedBroker::close);
                Deferred<DemoSettings.Networks> networks =
                        Deferred.begin("load-weights", loader, DemoSettings.Networks::close);
                FrameSource source = FrameSources.open(settings.source(), settings.options(), Clock.systemUTC())) {
            return run(start, source, broker.get(), networks);
        } catch (SourceException | IngestException | StreamSetupException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    private DemoSummary run(
            long start, FrameSource source, EmbeddedBroker broker, Deferred<DemoSettings.Networks> networks)
            throws IngestException, StreamSetupException {
        Properties kafka = new Properties();
        kafka.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap());
        // However long the clip and however slow the machine: what was published stays until it was looked at.
        Cluster.reach(kafka, null, BROKER_PATIENCE)
                .create(Topics.ALL, 1, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        try (TemporaryFolder state = TemporaryFolder.create("pose-demo-");
                IngestTask ingest = IngestTask.start(kafka, CAMERA, source)) {
            long firstFrame = System.nanoTime();
            StreamConfig config = StreamConfig.of(broker.bootstrap())
                    .withPeople(settings.people())
                    .withStateDir(state.path());
            DemoSettings.Networks loaded = networks.get();
            try (PoseStream stream = new PoseStream(config, loaded.finding(), loaded.poses(), StreamListener.NONE)) {
                stream.start();
                return follow(source, kafka, ingest, stream, start, firstFrame);
            }
        }
    }

    private DemoSummary follow(
            FrameSource source, Properties kafka, IngestTask ingest, PoseStream stream, long start, long firstFrame) {
        LastWeights weights = new LastWeights();
        PeopleSeen people = new PeopleSeen();
        try (EventFile out = settings.out().map(EventFile::new).orElse(null);
                OverlayVideo video = settings.video()
                        .map(path -> new OverlayVideo(path, source.format(), kafka))
                        .orElse(null);
                EventReader events = new EventReader(kafka, sinks(List.of(weights, people), out, video))) {
            Optional<String> trouble = watch(ingest, stream, events);
            long lastPose = System.nanoTime();
            boolean interrupted = stop.getAsBoolean();
            ingest.stop();
            IngestTask.Outcome outcome = ingest.outcome();
            if (video != null) {
                video.finish(outcome.frames());
            }
            return new DemoSummary(
                    outcome.frames(),
                    events.poses(),
                    events.deadLetters(),
                    Duration.ofNanos(System.nanoTime() - start),
                    Duration.ofNanos(lastPose - firstFrame),
                    weights.name(),
                    people.text(),
                    people.locator(),
                    events.accuracy().mean(),
                    events.judge().figures(),
                    settings.out(),
                    settings.video(),
                    trouble.or(outcome::failure),
                    interrupted);
        }
    }

    private static List<Consumer<PoseFrame>> sinks(
            List<Consumer<PoseFrame>> counts, @Nullable EventFile out, @Nullable OverlayVideo video) {
        List<Consumer<PoseFrame>> sinks = new ArrayList<>(counts);
        if (out != null) {
            sinks.add(out::add);
        }
        if (video != null) {
            sinks.add(video::add);
        }
        return sinks;
    }

    /** Reads events until each frame's fate is known; what kept it from that, if anything did. */
    private Optional<String> watch(IngestTask ingest, PoseStream stream, EventReader events) {
        DemoProgress state = new DemoProgress(ingest, stream, events);
        long lastChange = System.nanoTime();
        try (LiveLine live = new LiveLine(progress, LiveLine.onTerminal(), 1, System::nanoTime)) {
            while (!stop.getAsBoolean()) {
                long before = state.settled();
                events.poll(TICK);
                live.show(state);
                if (state.finished()) {
                    return Optional.empty();
                }
                Optional<Throwable> failure = stream.failure();
                if (failure.isPresent()) {
                    return Optional.of("the stream stopped: " + failure.get().getMessage());
                }
                if (state.settled() != before || ingest.total().isEmpty()) {
                    lastChange = System.nanoTime();
                } else if (System.nanoTime() - lastChange > PATIENCE.toNanos()) {
                    return Optional.of("no pose came out for " + PATIENCE.toSeconds() + " s");
                }
            }
            return Optional.empty();
        }
    }

    /** Which version looked at the frames. */
    private static final class LastWeights implements Consumer<PoseFrame> {

        private String name = "none";

        @Override
        public void accept(PoseFrame event) {
            name = event.getWeights().getName() + "/" + event.getWeights().getVersion();
        }

        String name() {
            return name;
        }
    }
}
