package pose.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams.State;

/** What a stream is asked at each scrape. */
final class StreamGauges {

    private StreamGauges() {}

    static void bind(MeterRegistry registry, StreamView stream, Health health) {
        FunctionCounter.builder("pose.frames", stream, StreamView::framesIn)
                .description("Frames processed, whatever became of them")
                .register(registry);
        Gauge.builder("pose.frames.behind", stream::framesBehind)
                .description("Frames in this stream's partitions that it has not read yet")
                .register(registry);
        Gauge.builder("pose.frames.waiting", stream::framesWaiting)
                .description("Frames in this process that have been read and not been looked at")
                .register(registry);
        Gauge.builder(
                        "pose.oldest.waiting",
                        () -> seconds(stream.oldestWaiting().orElse(Duration.ZERO)))
                .description("How long the oldest frame in this process has been waiting; 0 where none waits")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("pose.batch.limit", stream::batchLimit)
                .description("How many frames a full batch has")
                .baseUnit("frames")
                .register(registry);
        Gauge.builder("pose.live", () -> health.live().holds() ? 1 : 0)
                .description("1 while /health/live answers 200")
                .register(registry);
        Gauge.builder("pose.ready", () -> health.ready().holds() ? 1 : 0)
                .description("1 while /health/ready answers 200")
                .register(registry);
        for (State state : State.values()) {
            Gauge.builder("pose.stream.state", () -> stream.state() == state ? 1 : 0)
                    .description("1 for the state that Kafka Streams is in")
                    .tag("state", state.name())
                    .register(registry);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
