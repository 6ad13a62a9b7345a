package pose.app.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams.State;
import pose.schema.WeightsRef;

/** What can be asked about a stream, also before there is one. Answers at once, on any thread. */
public interface StreamView {

    /** {@code CREATED} before the start. */
    State state();

    /** What stopped the stream by itself. */
    Optional<Throwable> failure();

    /** The version that looks at frames now; empty while none is loaded. */
    Optional<WeightsRef> weights();

    /** The version that is loaded to be tried, where there is one. */
    Optional<WeightsRef> candidate();

    /** The locator that looks for people now; empty while none is loaded, and where none is wanted. */
    Optional<WeightsRef> locator();

    /** Why there is no version to begin with yet; empty where there is one, or it is on its way. */
    Optional<String> waitsForWeights();

    /** How many frames wait in this process, or are being looked at. */
    int framesWaiting();

    /** How long the oldest frame has been waiting in this process to be looked at; empty where none waits. */
    Optional<Duration> oldestWaiting();

    /** How many frames a full batch has; 0 before there is a stream. */
    int batchLimit();

    /** Frames processed, whatever became of them. */
    long framesIn();

    /** Frames in the stream's partitions that it has not read yet. */
    long framesBehind();

    /** The metrics of Kafka Streams and of the clients in it; empty before the start. */
    Map<MetricName, ? extends Metric> kafkaMetrics();
}
