package pose.app.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.app.UserMistake;
import pose.stream.LiveLocator;
import pose.stream.LiveModel;
import pose.stream.PoseStream;
import pose.stream.StreamListener;
import pose.stream.trial.TrialListener;
import pose.stream.trial.TrialListeners;
import pose.stream.weights.WeightsListener;
import pose.stream.weights.WeightsListeners;

/**
 * Watches one stream, from before there is one: writes its problems to the log, and where a port was asked for, answers
 * there with numbers and health.
 */
public final class Monitoring implements AutoCloseable {

    private final WatchedStream stream = new WatchedStream();
    private final BrokerWatch broker = new BrokerWatch(stream, System::nanoTime);
    private final StreamListener listener;
    private final TrialListener trials;
    private final WeightsListener weights;
    private final WeightsListener locators;
    private final @Nullable MeterPage page;
    private final @Nullable MonitoringServer server;

    private Monitoring() {
        listener = new StreamLog();
        trials = new TrialLog();
        weights = new WeightsListeners(List.of(waitingForWeights(), WeightsLog.poses()));
        locators = new WeightsListeners(List.of(waitingForWeights(), WeightsLog.locators()));
        page = null;
        server = null;
    }

    private Monitoring(String host, int port, Duration readyWithin) {
        EngineWatch engine = new EngineWatch(System::nanoTime);
        Health health = new Health(stream, engine, readyWithin);
        MeterPage numbers = new MeterPage(stream, health, broker);
        page = numbers;
        listener = new Listeners(List.of(numbers.listener(), engine, new StreamLog()));
        trials = new TrialListeners(List.of(numbers.trials(), new TrialLog()));
        weights = new WeightsListeners(List.of(waitingForWeights(), numbers.weights(), WeightsLog.poses()));
        locators = new WeightsListeners(List.of(waitingForWeights(), numbers.locators(), WeightsLog.locators()));
        server = MonitoringServer.open(
                host,
                port,
                Map.of(
                        "/metrics", numbers::answer,
                        "/health/live", () -> HealthPage.answer("live", health.live()),
                        "/health/ready", () -> HealthPage.answer("ready", health.ready())));
    }

    private WeightsListener waitingForWeights() {
        return new WeightsListener() {
            @Override
            public void waiting(String reason) {
                stream.waitsForWeights(reason);
            }
        };
    }

    /** Only the log. */
    public static Monitoring log() {
        return new Monitoring();
    }

    /**
     * The log, and {@code /metrics}, {@code /health/live} and {@code /health/ready} over HTTP, at once.
     *
     * @param port 1 to 65535, or 0 for any free one
     * @param readyWithin how long a frame may wait in this process while the stream still counts as ready
     * @throws UserMistake where the port cannot be listened on
     */
    public static Monitoring at(String host, int port, Duration readyWithin) {
        return new Monitoring(host, port, readyWithin);
    }

    /** Where it answers: {@code http://host:port}. */
    public Optional<String> url() {
        return server == null ? Optional.empty() : Optional.of(server.url());
    }

    /** What the stream is to tell. */
    public StreamListener listener() {
        return listener;
    }

    /** What is to be told of candidates on trial. */
    public TrialListener trials() {
        return trials;
    }

    /** What is to be told of the versions that come and go. */
    public WeightsListener weights() {
        return weights;
    }

    /** As {@link #weights}, of locators. */
    public WeightsListener locators() {
        return locators;
    }

    /** From now on this locator counts as warm. */
    public void watch(LiveLocator locator) {
        stream.locator(locator);
    }

    /** From now on this model counts as warm. */
    public void watch(LiveModel model) {
        stream.model(model);
    }

    /**
     * From now on this stream is looked at.
     *
     * @param largestBatch how many frames a full batch has
     */
    public void watch(PoseStream made, int largestBatch) {
        stream.stream(made, largestBatch);
    }

    /** To be called now and then, by one thread: what nobody tells has to be looked for. */
    public void look() {
        broker.look();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (page != null) {
            page.close();
        }
    }
}
