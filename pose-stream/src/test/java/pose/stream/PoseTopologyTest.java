package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pose.schema.DeadLetterHeaders;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.GapReason;
import pose.schema.Original;
import pose.schema.PoseFrame;
import pose.schema.Topics;
import pose.schema.TruePerson;
import pose.schema.TruePosition;
import pose.schema.Truth;
import pose.track.TrackSettings;

/** Interceptors do not run in the test driver: here every processor hands its own frame over. */
@Timeout(180)
class PoseTopologyTest {

    private static final byte[] KEY = "yard".getBytes(StandardCharsets.UTF_8);

    /** Only live frames with a sequence above 2000 were captured within the last second. */
    private static final long NOW_MICROS = 3_000_000;

    private static final StreamRun RUN = new StreamRun("app/worker/1", "fake");

    private final StreamCounters counters = new StreamCounters();
    private final FakeInference inference = FakeInference.seeing(PoseTopologyTest::look);
    private final FrameBatcher batcher = FrameBatcher.start(
            inference,
            new BatchPolicy(16, Duration.ZERO, 1 << 20, Optional.of(Duration.ofSeconds(1))),
            1,
            StreamListener.NONE,
            new BatcherClock(System::nanoTime, () -> NOW_MICROS));
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> frames;
    private final TestOutputTopic<String, PoseFrame> keypoints;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final TestOutputTopic<String, Gap> gaps;
    private final Heard heard = new Heard();

    PoseTopologyTest(@TempDir Path folder) {
        Properties settings = new Properties();
        LookAhead lookAhead = new LookAhead(batcher);
        StreamListener listener = new CountingListener(counters, heard);
        settings.putAll(KafkaSettings.of(
                StreamConfig.of("nowhere:1").withStateDir(folder), lookAhead, new EnginePace(Duration.ZERO, 16)));
        driver = new TopologyTestDriver(
                PoseTopology.of(
                        () -> new PoseProcessor(lookAhead, RUN, listener, () -> NOW_MICROS),
                        Optional.of(TrackSettings.defaults()),
                        listener),
                settings);
        frames = driver.createInputTopic(Topics.FRAMES.name(), new ByteArraySerializer(), new ByteArraySerializer());
        keypoints = driver.createOutputTopic(
                Topics.KEYPOINTS.name(),
                Topics.KEYPOINTS.keySerde().deserializer(),
                Topics.KEYPOINTS.valueSerde().deserializer());
        gaps = driver.createOutputTopic(
                Topics.GAPS.name(),
                Topics.GAPS.keySerde().deserializer(),
                Topics.GAPS.valueSerde().deserializer());
        deadLetters = driver.createOutputTopic(
                Topics.DLQ.name(),
                Topics.DLQ.keySerde().deserializer(),
                Topics.DLQ.valueSerde().deserializer());
    }

    /** Frame 3 is empty of people, frame 5 is broken, frame 13 breaks the engine. */
    private static FrameResult look(FrameRequest request) {
        Frame frame = request.frame();
        return switch ((int) frame.getSequence()) {
            case 3 -> new Inferred(List.of(), "lsp14", Frames.WEIGHTS);
            case 5 -> new Poison("broken JPEG:\nreally");
            case 13 -> throw new IllegalStateException("the device is gone");
            default -> Frames.somebodyIn(frame);
        };
    }

    @AfterEach
    void close() {
        driver.close();
        batcher.close();
    }

    @Test
    void shouldForwardOneEventAFrameInOrderAlsoWhenNobodyIsInIt() {
        // when
        for (int i = 0; i < 5; i++) {
            pipe(i);
        }

        // then
        List<PoseFrame> events = keypoints.readValuesToList();
        assertThat(events).extracting(PoseFrame::getSequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(events.get(3).getPeople()).isEmpty();
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(counters.framesIn.sum()).isEqualTo(5);
        assertThat(counters.posesOut.sum()).isEqualTo(5);
    }

    @Test
    void shouldSayWhatWasSeenInWhichFrame() {
        pipe(2);

        PoseFrame event = keypoints.readValue();
        assertThat(event.getCamera()).isEqualTo("yard");
        assertThat(event.getEpoch()).isEqualTo(1);
        assertThat(event.getCaptureTimeUs()).isEqualTo(2000);
        assertThat(event.getWidth()).isEqualTo(64);
        assertThat(event.getHeight()).isEqualTo(48);
        assertThat(event.getSkeleton()).isEqualTo("lsp14");
        assertThat(event.getWeights()).isEqualTo(Frames.WEIGHTS);
        assertThat(event.getPeople()).singleElement().satisfies(person -> {
            assertThat(person.getTrack()).isNull();
            assertThat(person.getKeypoints().get(0).getX()).isEqualTo(2f);
        });
        assertThat(event.getOriginal()).isEqualTo(new Original(9L, 2L, 5L));
        assertThat(event.getTimings().getInferredUs()).isNotNegative();
    }

    @Test
    void shouldKeepKeyTimestampAndHeaders() {
        // given
        Truth truth = new Truth("lsp14", List.of(new TruePerson(List.of(new TruePosition(1f, 2f, true)), 3L, 0.5)));
        Headers headers = new RecordHeaders().add(Topics.TRUTH_HEADER, Topics.TRUTH_SERDE.encode(truth));

        // when
        frames.pipeInput(new TestRecord<>(KEY, Frames.bytes(Frames.frame(1)), headers, 1234L));

        // then
        TestRecord<String, PoseFrame> event = keypoints.readRecord();
        assertThat(event.key()).isEqualTo("yard");
        assertThat(event.timestamp()).isEqualTo(1234L);
        assertThat(Topics.TRUTH_SERDE.decode(
                        event.headers().lastHeader(Topics.TRUTH_HEADER).value()))
                .isEqualTo(truth);
    }

    @Test
    void shouldBuryBytesThatAreNoFrameAsTheyCameAndGoOn() {
        // given
        byte[] garbage = {1, 2, 3};
        Headers headers = new RecordHeaders().add("trace", new byte[] {42});
        pipe(0);

        // when
        frames.pipeInput(new TestRecord<>(KEY, garbage, headers, 99L));
        pipe(1);

        // then
        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(garbage);
        assertThat(letter.timestamp()).isEqualTo(99L);
        assertThat(letter.headers().lastHeader("trace").value()).containsExactly(42);
        assertThat(header(letter, DeadLetterHeaders.REASON)).startsWith("no Frame: 3 bytes");
        assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("pose.frames.v1");
        assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
        assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("1");
        assertThat(keypoints.readValuesToList())
                .extracting(PoseFrame::getSequence)
                .containsExactly(0L, 1L);
        assertThat(counters.deadLetters.sum()).isEqualTo(1);
    }

    @Test
    void shouldBuryAFrameThatCannotBeLookedAtAndGoOn() {
        for (int i = 4; i < 7; i++) {
            pipe(i);
        }

        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(letter.value()).isEqualTo(Frames.bytes(Frames.frame(5)));
        assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("broken JPEG: really");
        assertThat(keypoints.readValuesToList())
                .extracting(PoseFrame::getSequence)
                .containsExactly(4L, 6L);
    }

    @Test
    void shouldBuryARecordWithoutAValue() {
        frames.pipeInput(KEY, null, 1L);

        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(letter.value()).isNull();
        assertThat(header(letter, DeadLetterHeaders.REASON)).contains("no value");
    }

    @Test
    void shouldForwardNothingWhenTheEngineIsDead() {
        inference.die(new IllegalStateException("no device any more"));

        assertThatThrownBy(() -> pipe(13))
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no device any more");

        assertThat(keypoints.isEmpty()).isTrue();
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(counters.framesIn.sum()).isZero();
    }

    @Test
    void shouldBuryAFrameThatBreaksAnEngineWhichStillAnswers() {
        pipe(13);

        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(letter.value()).isEqualTo(Frames.bytes(Frames.frame(13)));
        assertThat(header(letter, DeadLetterHeaders.REASON))
                .contains("the engine fails on this frame")
                .contains("the device is gone");
    }

    @Test
    void shouldAnswerALiveFrameThatIsTooOldWithAGapAndNoOther() {
        // given a live frame of 2.5 s ago, a live one of 0.5 s ago, and a recorded one of 2.5 s ago
        Frame old = Frames.live(500);
        Frame young = Frames.live(2500);
        Frame recorded = Frames.frame(501);

        // when
        for (Frame frame : List.of(old, young, recorded)) {
            frames.pipeInput(KEY, Frames.bytes(frame), 1L);
        }

        // then
        assertThat(gaps.readKeyValuesToList()).singleElement().satisfies(gap -> {
            assertThat(gap.key).isEqualTo("yard");
            assertThat(gap.value).isEqualTo(new Gap("yard", 1L, 500L, 1L, GapReason.TOO_OLD, 500_000L, 500_000L, ""));
        });
        assertThat(keypoints.readValuesToList())
                .extracting(PoseFrame::getSequence)
                .containsExactly(2500L, 501L);
        assertThat(counters.gaps.sum()).isEqualTo(1);
    }

    @Test
    void shouldTellItsListenerWhatEachFrameWasAnsweredWithAndHowOldItWas() {
        // when
        pipe(4);
        pipe(5);
        frames.pipeInput(KEY, new byte[] {1, 2}, 1L);

        // then
        assertThat(heard.answers)
                .containsExactly(
                        "yard POSE OptionalLong[2996000]",
                        "yard DEAD_LETTER OptionalLong[2995000]",
                        "unknown DEAD_LETTER OptionalLong.empty");
        assertThat(heard.burials).hasSize(2).first().isEqualTo("yard pose.frames.v1-0@1 broken JPEG: really");
    }

    private static final class Heard implements StreamListener {

        private final List<String> answers = new ArrayList<>();
        private final List<String> burials = new ArrayList<>();

        @Override
        public void answered(String camera, Answer answer, OptionalLong ageMicros) {
            answers.add(camera + " " + answer + " " + ageMicros);
        }

        @Override
        public void buried(String camera, String origin, String reason) {
            burials.add(camera + " " + origin + " " + reason);
        }
    }

    private void pipe(int sequence) {
        frames.pipeInput(KEY, Frames.bytes(Frames.frame(sequence)), 100L + sequence);
    }

    private static String header(TestRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
