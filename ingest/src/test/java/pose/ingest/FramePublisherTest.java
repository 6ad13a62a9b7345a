package pose.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.ingest.AttentionSettings.Corner;
import pose.schema.Attention;
import pose.schema.Frame;
import pose.schema.RegionPoint;
import pose.schema.Topics;
import pose.schema.TruePerson;
import pose.schema.TruePosition;
import pose.schema.Truth;

class FramePublisherTest {

    private static final FrameLimit ROOMY = new FrameLimit(1_000_000, "the test's limit");

    @Test
    void shouldPublishEveryFrameInOrderUnderItsCamera() throws Exception {
        // given
        MockProducer<String, Frame> producer = producer(true);

        // when
        IngestReport report = publisher(producer).publish(FakeSource.of(5), ProgressListener.NONE);

        // then
        assertThat(producer.history()).extracting(ProducerRecord::topic).containsOnly("pose.frames.v1");
        assertThat(producer.history()).extracting(ProducerRecord::key).containsOnly("front");
        assertThat(producer.history()).extracting(r -> r.value().getSequence()).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(report.frames()).isEqualTo(5);
        assertThat(report.bytes()).isEqualTo(5);
        assertThat(report.firstSequence()).hasValue(0);
        assertThat(report.lastSequence()).hasValue(4);
    }

    @Test
    void shouldStampRecordsWithTheCaptureTime() throws Exception {
        // given
        MockProducer<String, Frame> producer = producer(true);

        // when
        publisher(producer).publish(FakeSource.of(2), ProgressListener.NONE);

        // then
        ProducerRecord<String, Frame> second = producer.history().get(1);
        assertThat(second.timestamp()).isEqualTo(1_700_000_000_163L);
        assertThat(second.value().getEpoch()).isEqualTo(FakeSource.EPOCH_US);
        assertThat(second.value().getCaptureTimeUs()).isEqualTo(FakeSource.EPOCH_US + 40_000);
        assertThat(second.value().getPtsUs()).isEqualTo(40_000L);
    }

    @Test
    void shouldCarryTheTruthInAHeader() throws Exception {
        // given
        MockProducer<String, Frame> producer = producer(true);
        Truth truth = new Truth("lsp14", List.of(new TruePerson(List.of(new TruePosition(1.5f, 2.5f, true)), 3L, 0.5)));

        // when
        publisher(producer).publish(FakeSource.with(truth), ProgressListener.NONE);

        // then
        byte[] header = producer.history()
                .get(0)
                .headers()
                .lastHeader(Topics.TRUTH_HEADER)
                .value();
        assertThat(Topics.TRUTH_SERDE.decode(header)).isEqualTo(truth);
    }

    @Test
    void shouldSayInEveryFrameWhomTheCameraIsAbout() throws Exception {
        // given
        MockProducer<String, Frame> producer = producer(true);
        AttentionSettings attention =
                new AttentionSettings(List.of(new Corner(0, 0.5), new Corner(1, 0.5), new Corner(0.5, 1)), 0.25, true);

        // when
        new FramePublisher(producer, "front", attention, ROOMY).publish(FakeSource.of(2), ProgressListener.NONE);
        publisher(producer).publish(FakeSource.of(1), ProgressListener.NONE);

        // then
        Attention carried = new Attention(
                List.of(new RegionPoint(0.0, 0.5), new RegionPoint(1.0, 0.5), new RegionPoint(0.5, 1.0)), 0.25, true);
        assertThat(producer.history())
                .extracting(record -> record.value().getAttention())
                .containsExactly(carried, carried, null);
    }

    @Test
    void shouldReportOnlyWhatIsAcknowledged() throws Exception {
        // given
        MockProducer<String, Frame> producer = producer(false);
        List<Long> seen = new ArrayList<>();

        // when
        IngestReport report = publisher(producer).publish(FakeSource.of(3), soFar -> {
            seen.add(soFar.frames());
            producer.completeNext();
        });

        // then
        assertThat(seen).containsExactly(0L, 1L, 2L);
        assertThat(report.frames()).isEqualTo(3);
    }

    @Test
    void shouldAcknowledgeEverythingBeforeASourcesFaultAndThenTellIt() {
        // given
        MockProducer<String, Frame> producer = producer(false);
        FakeSource source = FakeSource.failingAfter(4, "clip.mp4 is cut short");

        // when
        IngestException told = catchThrowableOfType(
                IngestException.class, () -> publisher(producer).publish(source, ProgressListener.NONE));

        // then
        assertThat(told).hasMessage("clip.mp4 is cut short");
        assertThat(told.report().orElseThrow().frames()).isEqualTo(4);
        assertThat(told.report().orElseThrow().lastSequence()).hasValue(3);
    }

    @Test
    void shouldEndTheRunAtTheFirstFrameThatIsNotTaken() {
        // given
        MockProducer<String, Frame> producer = producer(false);
        FakeSource source = FakeSource.of(100);

        // when
        IngestException told = catchThrowableOfType(
                IngestException.class,
                () -> publisher(producer).publish(source, soFar -> {
                    if (soFar.frames() < 2) {
                        producer.completeNext();
                    } else {
                        producer.errorNext(new NotLeaderOrFollowerException("moved"));
                    }
                }));

        // then
        assertThat(told).hasMessage("frames cannot be published to topic pose.frames.v1: moved");
        assertThat(told.report().orElseThrow().frames()).isEqualTo(2);
        assertThat(source.handedOut()).isEqualTo(3);
    }

    @Test
    void shouldTellAFrameThatKafkaDidNotTakeInTime() {
        // given
        MockProducer<String, Frame> producer = producer(true);
        producer.sendException = new TimeoutException("buffer full for 600000 ms");

        // when / then
        assertThatThrownBy(() -> publisher(producer).publish(FakeSource.of(1), ProgressListener.NONE))
                .isInstanceOf(IngestException.class)
                .hasMessage("Kafka did not take a frame for topic pose.frames.v1 in time: buffer full for 600000 ms");
    }

    @Test
    void shouldTellAFlushThatFails() {
        // given
        MockProducer<String, Frame> producer = producer(true);
        producer.flushException = new TimeoutException("no answer");

        // when / then
        assertThatThrownBy(() -> publisher(producer).publish(FakeSource.of(1), ProgressListener.NONE))
                .isInstanceOf(IngestException.class)
                .hasMessageEndingWith("in time: no answer");
    }

    @Test
    void shouldRefuseASourceWhoseFramesMayBeTooLargeBeforeSendingAny() {
        // given
        MockProducer<String, Frame> producer = producer(true);
        FakeSource source = FakeSource.sized(1, 995_000);

        // when / then
        assertThatThrownBy(() -> publisher(producer).publish(source, ProgressListener.NONE))
                .isInstanceOf(IngestException.class)
                .hasMessage("frames of 64×48 can take up to 1003192 bytes at this quality, over the 1000000 bytes that "
                        + "the test's limit allows; use a smaller --width or a lower --quality, or raise that limit");
        assertThat(producer.history()).isEmpty();
        assertThat(source.handedOut()).isZero();
    }

    @Test
    void shouldRefuseAFrameThatIsTooLargeAfterAll() {
        // given
        MockProducer<String, Frame> producer = producer(true);

        // when / then
        assertThatThrownBy(() -> publisher(producer).publish(FakeSource.sized(995_000, 1), ProgressListener.NONE))
                .isInstanceOf(IngestException.class)
                .hasMessageStartingWith("frame 0 (64×48) takes 1003192 bytes, over the 1000000 bytes that");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void shouldEndEarlyWhenStopped() throws Exception {
        // given
        FramePublisher publisher = publisher(producer(true));

        // when
        IngestReport report = publisher.publish(FakeSource.of(100), soFar -> {
            if (soFar.frames() == 7) {
                publisher.stop();
            }
        });

        // then
        assertThat(report.frames()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "front door", "a/b", "größe"})
    void shouldRefuseACameraIdThatIsNone(String camera) {
        MockProducer<String, Frame> producer = producer(true);

        assertThatThrownBy(() -> new FramePublisher(producer, camera, AttentionSettings.everyone(), ROOMY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "camera is '" + camera + "'; allowed: 1 to 100 letters, digits, dots, underscores and hyphens");
    }

    private static FramePublisher publisher(MockProducer<String, Frame> producer) {
        return new FramePublisher(producer, "front", AttentionSettings.everyone(), ROOMY);
    }

    private static MockProducer<String, Frame> producer(boolean acknowledging) {
        return new MockProducer<>(
                acknowledging,
                null,
                Topics.FRAMES.keySerde().serializer(),
                Topics.FRAMES.valueSerde().serializer());
    }
}
