package pose.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.config.TopicConfig;
import pose.app.broker.TemporaryFolder;
import pose.stream.BatchInference;
import pose.stream.StreamConfig;
import pose.stream.StreamSetupException;

/**
 * Measures a stream against the bare loop over the same frames, in turns, and its latency at a fixed rate. The broker is a
 * process of its own; stream and bare loop run in this one, on the same model.
 */
public final class StreamBenchmark {

    /** How long the bare loop and the stream run before anything counts: until the JVM has compiled what they use. */
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private static final int MOST_WARM_UP_SHARE = 4;

    private final StreamPlan plan;
    private final BatchInference model;
    private final Consumer<String> told;
    private final Waiting waiting;

    /**
     * @param model stays the caller's to close
     * @param told hears how far it is, in lines
     * @param stop asked again and again whether to end early
     */
    public StreamBenchmark(StreamPlan plan, BatchInference model, Consumer<String> told, BooleanSupplier stop) {
        this.plan = plan;
        this.model = model;
        this.told = told;
        this.waiting = new Waiting(stop);
    }

    /**
     * Runs it.
     *
     * @throws StreamSetupException where the stream cannot begin
     * @throws pose.app.UserMistake where the broker does not start, the stream stops, or the user ends it
     */
    public StreamReport run() throws StreamSetupException {
        told.accept(String.format(
                Locale.ROOT, "preparing %d pictures of %d×%d", plan.pictures(), plan.width(), plan.height()));
        PreparedFrames frames = PreparedFrames.render(plan.pictures(), plan.width(), plan.height());
        waiting.check();
        try (TemporaryFolder folder = TemporaryFolder.create("pose-bench-");
                BenchBroker broker = BenchBroker.start(
                        folder.path(), plan.partitions(), Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"))) {
            return run(frames, broker, folder.path());
        }
    }

    private StreamReport run(PreparedFrames frames, BenchBroker broker, Path folder) throws StreamSetupException {
        BareTurn bare = new BareTurn(model, frames, plan.cameras(), plan.maxBatch());
        Duration warmUp = plan.turn().compareTo(WARM_UP) < 0 ? plan.turn() : WARM_UP;
        told.accept("warming up");
        int backlog = plan.backlog(bare.warmUp(warmUp, waiting));
        told.accept("publishing a backlog of " + backlog + " frames");
        publish(frames, broker, backlog);
        told.accept("warming up the stream");
        BacklogTurn.run(config(broker, folder, "warm-up"), model, backlog / MOST_WARM_UP_SHARE, broker, waiting);

        List<BareTurn.Speed> bareTurns = new ArrayList<>();
        List<BacklogTurn> turns = new ArrayList<>();
        for (int turn = 1; turn <= plan.turns(); turn++) {
            bareTurns.add(bare.run(backlog / plan.maxBatch(), waiting));
            turns.add(BacklogTurn.run(config(broker, folder, "backlog-" + turn), model, backlog, broker, waiting));
            told.accept(String.format(
                    Locale.ROOT,
                    "turn %d of %d: bare loop %.1f frames/s, stream %.1f frames/s",
                    turn,
                    plan.turns(),
                    bareTurns.get(turn - 1).framesPerSecond(),
                    turns.get(turn - 1).framesPerSecond()));
        }

        broker.forgetFrames();
        double backlogRate = Quantiles.median(
                turns.stream().mapToDouble(BacklogTurn::framesPerSecond).toArray());
        double rate = plan.rate().total(plan.cameras(), backlogRate);
        told.accept(String.format(
                Locale.ROOT, "%.1f frames/s for %d s", rate, plan.steady().toSeconds()));
        StreamConfig steadyConfig = config(broker, folder, "steady");
        SteadyRun steady = SteadyRun.run(steadyConfig, model, frames, plan, rate, broker, waiting);
        return new StreamReport(
                plan,
                frames.averageBytes(),
                backlog,
                bareTurns,
                turns,
                steady,
                steadyConfig.commitInterval(),
                ProcessReading.self().map(ProcessReading::peakMebibytes).orElse(Double.NaN));
    }

    private void publish(PreparedFrames frames, BenchBroker broker, int count) {
        try (FrameSender sender = new FrameSender(broker, frames, plan.cameras())) {
            sender.send(count, waiting);
        }
    }

    private StreamConfig config(BenchBroker broker, Path folder, String group) {
        return StreamConfig.of(broker.bootstrap())
                .withApplicationId("bench-" + group)
                .withThreads(plan.threads())
                .withBatching(plan.batching())
                .withExactlyOnce(plan.exactlyOnce())
                .withStateDir(folder.resolve("state-" + group));
    }
}
