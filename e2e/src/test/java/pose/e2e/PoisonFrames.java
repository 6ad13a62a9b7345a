package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.app.kafka.Cluster;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;
import pose.schema.DeadLetterHeaders;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.SingleObjectSerde;
import pose.schema.Topics;
import pose.stream.LiveModel;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;

/** What cannot be processed goes to the dead letters with its reason; the stream goes on and loses nothing else. */
class PoisonFrames {

    private static final String CAMERA = "gate-1";
    private static final byte[] NO_FRAME = "no frame at all".getBytes(StandardCharsets.UTF_8);
    private static final SingleObjectSerde<Frame> FRAMES = new SingleObjectSerde<>(Frame.class);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldGoToTheDeadLettersWithTheReasonWhileEveryOtherFrameIsProcessed() throws Exception {
        // given
        byte[] brokenJpeg = FRAMES.encode(frame(1, new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3}));
        byte[] before = FRAMES.encode(frame(0, picture()));
        byte[] after = FRAMES.encode(frame(2, picture()));
        WeightsVersion weights = WeightsVersion.open(UntrainedWeights.publish(folder));
        try (EmbeddedBroker broker = EmbeddedBroker.temporary();
                LiveModel model = LiveModel.load(weights, PersonLocator.WHOLE_IMAGE, EngineName.MXNET)) {
            Properties kafka = kafka(broker);
            Cluster.reach(kafka, null, Duration.ofSeconds(15)).create(Topics.ALL, 1, Map.of());
            publish(kafka, before, NO_FRAME, brokenJpeg, after);

            // when
            try (PoseStream stream =
                            new PoseStream(StreamConfig.of(broker.bootstrap()).withStateDir(folder), model);
                    Results results = new Results(kafka)) {
                stream.start();
                results.awaitAll(4);

                // then
                assertThat(results.sequences).containsExactly(0L, 2L);
                assertThat(results.deadLetters)
                        .extracting(ConsumerRecord::value)
                        .containsExactly(NO_FRAME, brokenJpeg);
                assertThat(results.deadLetters)
                        .extracting(letter -> header(letter, DeadLetterHeaders.OFFSET))
                        .containsExactly("1", "2");
                assertThat(header(results.deadLetters.get(0), DeadLetterHeaders.REASON))
                        .contains("no Frame");
                assertThat(header(results.deadLetters.get(1), DeadLetterHeaders.REASON))
                        .contains("JPEG");
                assertThat(stream.failure()).isEmpty();
            }
        }
    }

    private static Properties kafka(EmbeddedBroker broker) {
        Properties kafka = new Properties();
        kafka.setProperty("bootstrap.servers", broker.bootstrap());
        return kafka;
    }

    private static void publish(Properties kafka, byte[]... values) throws Exception {
        try (var producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(
                                Topics.FRAMES.name(), CAMERA.getBytes(StandardCharsets.UTF_8), value))
                        .get();
            }
        }
    }

    private static byte[] picture() throws SourceException {
        try (FrameSource source = FrameSources.open(
                "synthetic:athlete?seconds=1&width=64&height=48", SourceOptions.defaults(), Clock.systemUTC())) {
            return source.next().map(CapturedFrame::jpeg).orElseThrow();
        }
    }

    private static Frame frame(long sequence, byte[] jpeg) {
        return new Frame(CAMERA, 1L, sequence, 1_000L, null, 64, 48, Encoding.JPEG, false, ByteBuffer.wrap(jpeg));
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** What the stream wrote, in its order. */
    private static final class Results implements AutoCloseable {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final List<Long> sequences = new ArrayList<>();
        private final List<ConsumerRecord<byte[], byte[]>> deadLetters = new ArrayList<>();

        Results(Properties kafka) {
            consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            consumer.assign(
                    List.of(new TopicPartition(Topics.KEYPOINTS.name(), 0), new TopicPartition(Topics.DLQ.name(), 0)));
            consumer.seekToBeginning(consumer.assignment());
        }

        void awaitAll(int count) {
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(this::add);
                return sequences.size() + deadLetters.size() >= count;
            });
        }

        private void add(ConsumerRecord<byte[], byte[]> record) {
            if (record.topic().equals(Topics.DLQ.name())) {
                deadLetters.add(record);
            } else {
                sequences.add(Topics.KEYPOINTS
                        .valueSerde()
                        .deserializer()
                        .deserialize(record.topic(), record.value())
                        .getSequence());
            }
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
