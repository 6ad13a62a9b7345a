package pose.app.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jspecify.annotations.Nullable;
import pose.schema.WeightsRef;

/** A stream that is as a test wants it: running and well to begin with. */
final class FakeStream implements StreamView {

    volatile State state = State.RUNNING;
    volatile @Nullable Throwable failure;
    volatile @Nullable WeightsRef weights = new WeightsRef("lite", "7", "c0ffee");
    volatile @Nullable String waitsForWeights;
    volatile @Nullable Duration oldestWaiting;
    volatile long framesIn;
    volatile Map<MetricName, Metric> kafkaMetrics = Map.of();

    @Override
    public State state() {
        return state;
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public Optional<WeightsRef> weights() {
        return Optional.ofNullable(weights);
    }

    @Override
    public Optional<WeightsRef> candidate() {
        return Optional.ofNullable(weights);
    }

    @Override
    public Optional<WeightsRef> locator() {
        return Optional.ofNullable(weights);
    }

    @Override
    public Optional<String> waitsForWeights() {
        return Optional.ofNullable(waitsForWeights);
    }

    @Override
    public Optional<Duration> oldestWaiting() {
        return Optional.ofNullable(oldestWaiting);
    }

    @Override
    public long framesIn() {
        return framesIn;
    }

    @Override
    public int framesWaiting() {
        return oldestWaiting == null ? 0 : 1;
    }

    @Override
    public int batchLimit() {
        return 16;
    }

    @Override
    public long framesBehind() {
        return 0;
    }

    @Override
    public Map<MetricName, Metric> kafkaMetrics() {
        return kafkaMetrics;
    }
}
