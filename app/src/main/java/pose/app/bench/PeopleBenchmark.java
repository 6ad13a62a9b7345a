package pose.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.config.TopicConfig;
import pose.app.broker.TemporaryFolder;
import pose.stream.BatchInference;
import pose.stream.PeopleSettings;
import pose.stream.PersonFinding;
import pose.stream.StreamConfig;
import pose.stream.StreamSetupException;

/**
 * Measures what a frame costs by how many people are in it: the locator and the network of poses alone, in full batches, and
 * then both through a stream with a broker of its own, in turns. The people are where they are told to be; who is in the picture
 * does not matter.
 */
public final class PeopleBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int PICTURES = 16;
    private static final int CAMERAS = 4;
    private static final int PARTITIONS = 2;

    private final PeoplePlan plan;
    private final PersonFinding locator;
    private final BatchInference model;
    private final Consumer<String> told;
    private final Waiting waiting;
    private int groups;

    /**
     * @param locator stays the caller's to close, as does the model
     * @param told hears how far it is, in lines
     * @param stop asked again and again whether to end early
     */
    public PeopleBenchmark(
            PeoplePlan plan, PersonFinding locator, BatchInference model, Consumer<String> told, BooleanSupplier stop) {
        this.plan = plan;
        this.locator = locator;
        this.model = model;
        this.told = told;
        this.waiting = new Waiting(stop);
    }

    /** Runs it; failures as {@link StreamBenchmark#run}. */
    public PeopleReport run() throws StreamSetupException {
        PreparedFrames frames = PreparedFrames.render(PICTURES, plan.width(), plan.height());
        try (TemporaryFolder folder = TemporaryFolder.create("pose-bench-");
                BenchBroker broker =
                        BenchBroker.start(folder.path(), PARTITIONS, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"))) {
            return run(frames, broker, folder.path());
        }
    }

    private PeopleReport run(PreparedFrames frames, BenchBroker broker, Path folder) throws StreamSetupException {
        int batch = plan.batching().maxBatch();
        BareTurn locating = new BareTurn(locator, frames, CAMERAS, batch);
        // One frame with a whole batch of people: decoding is the locator's cost, and hardly any of this.
        BareTurn looking = new BareTurn(new Crowd(batch).lookedAt(model), frames, CAMERAS, 1);
        told.accept("warming up");
        double locatorMillis = 1e3 / locating.warmUp(WARM_UP, waiting);
        double poseMillis = 1e3 / looking.warmUp(WARM_UP, waiting) / batch;
        int most = plan.people().stream()
                .mapToInt(people -> plan.frames(locatorMillis + people * poseMillis))
                .max()
                .orElse(0);
        told.accept("publishing " + most + " frames");
        try (FrameSender sender = new FrameSender(broker, frames, CAMERAS)) {
            sender.send(most, waiting);
        }
        List<PeopleReport.Turn> turns = new ArrayList<>();
        for (int turn = 1; turn <= plan.turns(); turn++) {
            double located =
                    1e3 / locating.run(batches(locatorMillis * batch), waiting).framesPerSecond();
            double looked =
                    1e3 / looking.run(batches(poseMillis * batch), waiting).framesPerSecond() / batch;
            told.accept(String.format(
                    Locale.ROOT,
                    "turn %d of %d: locator %.2f ms a frame, pose %.2f ms a person",
                    turn,
                    plan.turns(),
                    located,
                    looked));
            Map<Integer, Double> millis = new HashMap<>();
            for (int people : plan.people()) {
                int count = plan.frames(locatorMillis + people * poseMillis);
                double frame = 1e3 / stream(people, count, broker, folder);
                millis.put(people, frame);
                told.accept(String.format(Locale.ROOT, "  %d people: %.2f ms a frame", people, frame));
            }
            turns.add(new PeopleReport.Turn(located, looked, millis));
        }
        return new PeopleReport(plan, turns);
    }

    private int batches(double batchMillis) {
        return (int) Math.max(8, plan.turn().toMillis() / batchMillis);
    }

    private double stream(int people, int frames, BenchBroker broker, Path folder) throws StreamSetupException {
        String group = "people-" + ++groups;
        StreamConfig config = StreamConfig.of(broker.bootstrap())
                .withApplicationId("bench-" + group)
                .withBatching(plan.batching())
                .withPeople(PeopleSettings.defaults().withMaxPeople(Math.max(1, people)))
                .withStateDir(folder.resolve("state-" + group));
        return BacklogTurn.run(config, Optional.of(new Crowd(people).found(locator)), model, frames, broker, waiting)
                .framesPerSecond();
    }
}
