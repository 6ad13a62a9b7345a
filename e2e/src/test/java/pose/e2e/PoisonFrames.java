package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.e2e.chaos.FrameId;
import pose.e2e.chaos.Pictures;
import pose.e2e.process.Patience;
import pose.schema.DeadLetterHeaders;
import pose.schema.Topics;
import pose.stream.LiveModel;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;

/**
 * What cannot be processed goes to the dead letters once, as it came, with its reason; the stream goes on and loses
 * nothing else. What kills do to that, {@link AtLeastOnce} and {@link ExactlyOnce} show: some of their frames are broken.
 */
@BrokerPromise
class PoisonFrames {

    private static final String CAMERA = "gate-1";
    private static final byte[] NO_FRAME = utf8("no frame at all");
    private static final byte[] BROKEN_JPEG =
            Pictures.encoded(frame(1), new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3});
    private static final Duration LONGEST = Patience.LONGEST;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGoToTheDeadLettersAsTheyCameWhileEveryOtherFrameIsProcessed(boolean exactlyOnce) throws Exception {
        // given
        Pictures pictures = Pictures.render();
        WeightsVersion weights = WeightsVersion.open(UntrainedWeights.publish(folder));
        try (TestKafka broker = Kafkas.open();
                LiveModel model = LiveModel.load(weights, PersonLocator.WHOLE_IMAGE, EngineName.MXNET)) {
            Clients.createTopics(broker.bootstrap(), 1);
            publish(
                    broker.bootstrap(),
                    record(CAMERA, Pictures.encoded(frame(0), pictures.jpeg(frame(0)))),
                    record("gate-2", NO_FRAME),
                    record(CAMERA, BROKEN_JPEG),
                    record(null, null),
                    record(CAMERA, Pictures.encoded(frame(2), pictures.jpeg(frame(2)))));

            // when
            try (PoseStream stream = new PoseStream(
                    StreamConfig.of(broker.bootstrap())
                            .withExactlyOnce(exactlyOnce)
                            .withStateDir(folder),
                    model)) {
                stream.start();
                RawAnswers.await(broker.bootstrap(), 5, LONGEST);
                assertThat(stream.failure()).isEmpty();
            }
            RawAnswers answers = RawAnswers.await(broker.bootstrap(), 5, LONGEST);

            // then
            assertThat(answers.poses())
                    .extracting(record -> Topics.KEYPOINTS
                            .valueSerde()
                            .deserializer()
                            .deserialize(record.topic(), record.value())
                            .getSequence())
                    .containsExactly(0L, 2L);
            assertThat(answers.deadLetters())
                    .extracting(ConsumerRecord::value)
                    .containsExactly(NO_FRAME, BROKEN_JPEG, null);
            assertThat(answers.deadLetters())
                    .extracting(ConsumerRecord::key)
                    .containsExactly(utf8("gate-2"), utf8(CAMERA), null);
            assertThat(answers.deadLetters())
                    .allSatisfy(letter -> assertThat(header(letter, "lens")).isEqualTo("wide"));
            assertThat(headers(answers, DeadLetterHeaders.TOPIC)).containsOnly(Topics.FRAMES.name());
            assertThat(headers(answers, DeadLetterHeaders.PARTITION)).containsOnly("0");
            assertThat(headers(answers, DeadLetterHeaders.OFFSET)).containsExactly("1", "2", "3");
            assertThat(headers(answers, DeadLetterHeaders.REASON))
                    .satisfiesExactly(
                            reason -> assertThat(reason).contains("no Frame"),
                            reason -> assertThat(reason).contains("JPEG"),
                            reason -> assertThat(reason).contains("no value"));
        }
    }

    private static ProducerRecord<byte[], byte[]> record(@Nullable String key, byte @Nullable [] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.FRAMES.name(), key == null ? null : utf8(key), value);
        record.headers().add("lens", utf8("wide"));
        return record;
    }

    @SafeVarargs
    private static void publish(String bootstrap, ProducerRecord<byte[], byte[]>... records) throws Exception {
        try (var producer =
                new KafkaProducer<>(Clients.of(bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record).get();
            }
        }
    }

    private static FrameId frame(long sequence) {
        return new FrameId(CAMERA, sequence);
    }

    private static List<String> headers(RawAnswers answers, String name) {
        return answers.deadLetters().stream()
                .map(letter -> header(letter, name))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
