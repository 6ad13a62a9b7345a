package pose.e2e.chaos.broken;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import pose.schema.Topics;

/**
 * A topology that batches in the obvious way: it keeps what it processed and forwards it a little later. Kafka Streams
 * commits meanwhile, so that a kill loses what was kept.
 */
public final class DeferringStream {

    private static final Duration DEFERRED = Duration.ofMillis(200);

    private DeferringStream() {}

    /** Runs until it is killed; the only argument is a broker's address. */
    public static void main(String[] args) throws InterruptedException {
        Properties properties = new Properties();
        properties.setProperty(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]);
        properties.setProperty(StreamsConfig.APPLICATION_ID_CONFIG, "deferring");
        properties.setProperty(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG, "deferring-1");
        properties.setProperty(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "20");
        properties.setProperty(
                StreamsConfig.STATE_DIR_CONFIG,
                Path.of(System.getProperty("java.io.tmpdir"), "state").toString());
        try (KafkaStreams streams = new KafkaStreams(topology(), properties)) {
            streams.start();
            new CountDownLatch(1).await();
        }
    }

    private static Topology topology() {
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new Topology()
                .addSource("frames", new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.FRAMES.name())
                .addProcessor("deferring", Deferring::new, "frames")
                .addSink(Topics.KEYPOINTS.name(), Topics.KEYPOINTS.name(), bytes, bytes, "deferring")
                .addSink(Topics.DLQ.name(), Topics.DLQ.name(), bytes, bytes, "deferring");
    }

    private static final class Deferring implements Processor<byte[], byte[], byte[], byte[]> {

        private final List<Record<byte[], byte[]>> deferred = new ArrayList<>();

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            context.schedule(DEFERRED, PunctuationType.WALL_CLOCK_TIME, now -> {
                deferred.forEach(frame -> context.forward(
                        frame.withValue(Answers.to(frame.value())),
                        Answers.topic(frame.value()).name()));
                deferred.clear();
            });
        }

        @Override
        public void process(Record<byte[], byte[]> frame) {
            deferred.add(frame);
        }
    }
}
