package pose.app.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jspecify.annotations.Nullable;
import pose.schema.WeightsRef;
import pose.stream.LiveLocator;
import pose.stream.LiveModel;
import pose.stream.PoseStream;

/** A stream that comes into being while it is already being watched: first its model, then itself. */
final class WatchedStream implements StreamView {

    private volatile @Nullable LiveModel model;
    private volatile @Nullable LiveLocator locator;
    private volatile @Nullable PoseStream stream;
    private volatile @Nullable String waitsForWeights;
    private volatile int batchLimit;

    void model(LiveModel loaded) {
        model = loaded;
        waitsForWeights = null;
    }

    void locator(LiveLocator loaded) {
        locator = loaded;
    }

    /** There is nothing yet that could look at frames. */
    void waitsForWeights(String reason) {
        waitsForWeights = reason;
    }

    void stream(PoseStream made, int largestBatch) {
        batchLimit = largestBatch;
        stream = made;
    }

    @Override
    public State state() {
        PoseStream now = stream;
        return now == null ? State.CREATED : now.state();
    }

    @Override
    public Optional<Throwable> failure() {
        PoseStream now = stream;
        return now == null ? Optional.empty() : now.failure();
    }

    @Override
    public Optional<WeightsRef> weights() {
        LiveModel now = model;
        return now == null ? Optional.empty() : Optional.of(now.weights());
    }

    @Override
    public Optional<WeightsRef> candidate() {
        LiveModel now = model;
        return now == null ? Optional.empty() : now.candidate();
    }

    @Override
    public Optional<WeightsRef> locator() {
        LiveLocator now = locator;
        return now == null ? Optional.empty() : Optional.of(now.weights());
    }

    @Override
    public Optional<String> waitsForWeights() {
        return Optional.ofNullable(waitsForWeights);
    }

    @Override
    public Optional<Duration> oldestWaiting() {
        PoseStream now = stream;
        return now == null ? Optional.empty() : now.oldestWaiting();
    }

    @Override
    public int batchLimit() {
        return batchLimit;
    }

    @Override
    public int framesWaiting() {
        PoseStream now = stream;
        return now == null ? 0 : now.framesWaiting();
    }

    @Override
    public long framesIn() {
        PoseStream now = stream;
        return now == null ? 0 : now.progress().framesIn();
    }

    @Override
    public long framesBehind() {
        PoseStream now = stream;
        return now == null ? 0 : now.lag();
    }

    @Override
    public Map<MetricName, ? extends Metric> kafkaMetrics() {
        PoseStream now = stream;
        return now == null ? Map.of() : now.kafkaMetrics();
    }
}
