package pose.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pose.ingest.SourceAddress;
import pose.ingest.SourceException.Fault;
import pose.ingest.SourceOptions;
import pose.schema.CaptureClock;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.GapReason;
import pose.schema.Topics;

/** Cameras that a test feeds, the real threads, and Kafka's own fake of a producer. */
class CamerasTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final long NOW = 1_700_000_000_000_000L;

    private final Map<String, FakeCamera> fakes = new ConcurrentHashMap<>();
    private final AtomicLong now = new AtomicLong(NOW);
    private final Set<String> told = new ConcurrentSkipListSet<>();
    private final CameraListener listener = new CameraListener() {
        @Override
        public void lost(String camera, Fault fault, String detail) {
            told.add(camera + " lost: " + detail);
        }

        @Override
        public void missing(String camera, GapReason reason, long frames, String detail) {
            told.add(camera + " missing: " + reason + " " + frames);
        }
    };

    private MockProducer<String, byte[]> producer = producer(true);
    private Cameras cameras = cameras();

    @BeforeEach
    void fakes() {
        fakes.put("gate", new FakeCamera(true));
        fakes.put("yard", new FakeCamera(true));
        fakes.put("finish", new FakeCamera(true));
        fakes.put("clip", new FakeCamera(false));
    }

    @AfterEach
    void close() {
        cameras.close();
    }

    @Test
    void shouldPublishFramesInOrderWithTheirClock() {
        // given
        cameras.apply(List.of(camera("gate")));

        // when
        feed("gate", 5, 100);

        // then
        await().untilAsserted(() -> assertThat(frames("gate")).hasSize(5));
        assertThat(frames("gate")).extracting(Frame::getSequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(frames("gate")).allSatisfy(frame -> {
            assertThat(frame.getLive()).isTrue();
            assertThat(frame.getCaptureClock()).isEqualTo(CaptureClock.HOST);
            assertThat(frame.getEpoch()).isEqualTo(frames("gate").get(0).getEpoch());
        });
    }

    @Test
    void shouldComeBackFromAnOutageInTheSameEpochAndTellItsGap() {
        // given
        cameras.apply(List.of(camera("gate")));
        feed("gate", 3, 100);

        // when
        fake("gate").breaksOff(Fault.LOST, "connection refused");
        await().until(() -> fake("gate").openings.get() == 2);
        now.addAndGet(1_000_000);
        feed("gate", 1, 100);

        // then 25 frames a second had no room in that second
        await().untilAsserted(() -> assertThat(gaps("gate")).hasSize(1));
        Gap gap = gaps("gate").get(0);
        assertThat(gap.getReason()).isEqualTo(GapReason.CAMERA_LOST);
        assertThat(gap.getDetail()).isEqualTo("connection refused");
        assertThat(gap.getFirstSequence()).isEqualTo(3);
        assertThat(gap.getCount()).isEqualTo(25);
        assertThat(frames("gate")).extracting(Frame::getSequence).containsExactly(0L, 1L, 2L, 28L);
        assertThat(frames("gate")).extracting(Frame::getEpoch).containsOnly(gap.getEpoch());
        assertThat(told).contains("gate lost: connection refused", "gate missing: CAMERA_LOST 25");
        assertThat(state("gate").connections()).isEqualTo(2);
        assertThat(state("gate").missing()).isEqualTo(Map.of(GapReason.CAMERA_LOST, 25L));
        assertThat(fake("gate").closings).hasValue(1);
    }

    @Test
    void shouldDropTheOldestOfALiveCameraWhileKafkaIsAwayAndTellExactlyThose() {
        // given a producer that acknowledges nothing, and a buffer of one mebibyte
        restart(false);
        cameras.apply(List.of(camera("gate")));

        // when 100 frames of a tenth of a mebibyte come
        feed("gate", 1, MEBIBYTE / 10);
        await().until(() -> frames("gate").size() == 1);
        feed("gate", 99, MEBIBYTE / 10);
        await().until(() -> fake("gate").isEmpty());

        // then, once Kafka is back, frames and gaps are all of them
        completeAll();
        await().untilAsserted(() -> {
            completeAll();
            long missing = gaps("gate").stream().mapToLong(Gap::getCount).sum();
            assertThat(missing).isPositive();
            assertThat(frames("gate").size() + missing).isEqualTo(100);
        });
        assertThat(gaps("gate")).extracting(Gap::getReason).containsOnly(GapReason.SLOW_BROKER);
        // the first was on its way alone, the newest were kept
        assertThat(frames("gate").get(0).getSequence()).isZero();
        assertThat(frames("gate").get(frames("gate").size() - 1).getSequence()).isEqualTo(99);
    }

    @Test
    void shouldMakeARecordingWaitAndDropNothing() {
        // given
        restart(false);
        cameras.apply(List.of(camera("clip")));

        // when
        feed("clip", 100, MEBIBYTE / 10);
        fake("clip").ends();

        // then
        await().untilAsserted(() -> {
            completeAll();
            assertThat(frames("clip")).hasSize(100);
        });
        assertThat(gaps("clip")).isEmpty();
        await().untilAsserted(() -> assertThat(state("clip").phase()).isEqualTo(CameraState.Phase.ENDED));
    }

    @Test
    void shouldTellAFrameThatKafkaRefusedAsAGap() {
        // given
        restart(false);
        cameras.apply(List.of(camera("gate")));
        feed("gate", 1, 100);
        await().until(() -> producer.errorNext(new AuthorizationException("not you")));

        // then
        await().untilAsserted(() -> {
            completeAll();
            assertThat(gaps("gate")).hasSize(1);
        });
        assertThat(gaps("gate").get(0).getDetail()).isEqualTo("Kafka did not take it: not you");
    }

    @Test
    void shouldLeaveAFrameOutThatKafkaWouldNotTakeAndTellIt() {
        cameras.apply(List.of(camera("gate")));
        feed("gate", 1, 3 * MEBIBYTE / 4);
        feed("gate", 1, 100);

        await().untilAsserted(() -> assertThat(gaps("gate")).hasSize(1));
        assertThat(gaps("gate").get(0).getDetail()).contains("over the 524288 bytes");
        assertThat(frames("gate")).extracting(Frame::getSequence).containsExactly(1L);
    }

    @Test
    void shouldNotTouchOtherCamerasWhenOneIsAddedChangedOrRemoved() {
        // given
        cameras.apply(List.of(camera("gate")));
        feed("gate", 1, 100);
        await().until(() -> frames("gate").size() == 1);

        // when
        cameras.apply(List.of(camera("gate"), camera("yard")));
        await().until(() -> fake("yard").openings.get() == 1);
        cameras.apply(List.of(camera("gate"), changed("yard")));
        await().until(() -> fake("yard").openings.get() == 2);
        cameras.apply(List.of(camera("gate")));
        feed("gate", 1, 100);

        // then
        await().untilAsserted(() -> assertThat(frames("gate")).hasSize(2));
        assertThat(frames("gate"))
                .extracting(Frame::getEpoch)
                .containsOnly(state("gate").epochUs());
        assertThat(fake("gate").openings).hasValue(1);
        assertThat(cameras.states()).extracting(CameraState::id).containsExactly("gate");
    }

    @Test
    void shouldGiveAChangedCameraANewEpoch() {
        cameras.apply(List.of(camera("gate")));
        long before = state("gate").epochUs();

        cameras.apply(List.of(changed("gate")));

        assertThat(state("gate").epochUs()).isGreaterThan(before);
    }

    @Test
    void shouldTellWhatIsMissingSinceAnEarlierRun() {
        // given a camera whose last frame on the topic is two seconds old

        // when
        cameras.apply(List.of(camera("finish")));
        feed("finish", 2, 100);

        // then its new epoch begins with what would have been 50 frames
        await().untilAsserted(() -> assertThat(gaps("finish")).hasSize(1));
        Gap gap = gaps("finish").get(0);
        assertThat(gap.getReason()).isEqualTo(GapReason.INGEST_RESTART);
        assertThat(gap.getFirstSequence()).isZero();
        assertThat(gap.getCount()).isEqualTo(50);
        assertThat(frames("finish")).extracting(Frame::getSequence).containsExactly(50L, 51L);
    }

    @Test
    void shouldRefuseTwoCamerasOfOneName() {
        cameras.apply(List.of(camera("yard")));

        assertThatThrownBy(() -> cameras.apply(List.of(camera("gate"), changed("gate"))))
                .hasMessage("camera gate is there twice; each id once");
        assertThat(cameras.states()).extracting(CameraState::id).containsExactly("yard");
    }

    @Test
    void shouldStopACameraThatAlwaysHasAFrameAtHand() {
        // given
        fake("gate").givesForEver();
        cameras.apply(List.of(camera("gate")));
        await().until(() -> frames("gate").size() > 10);

        // when
        cameras.apply(List.of());

        // then
        assertThat(fake("gate").closings).hasValue(1);
        assertThat(cameras.states()).isEmpty();
    }

    @Test
    void shouldSendWhatWaitsWhenItIsStopped() {
        // given
        cameras.apply(List.of(camera("gate")));
        feed("gate", 50, 100);
        await().until(() -> fake("gate").isEmpty());

        // when
        long unsent = cameras.stop();

        // then
        assertThat(unsent).isZero();
        assertThat(frames("gate")).hasSize(50);
        assertThat(producer.closed()).isTrue();
    }

    private void restart(boolean autoComplete) {
        cameras.close();
        producer = producer(autoComplete);
        cameras = cameras();
    }

    private Cameras cameras() {
        return new Cameras(
                () -> producer,
                MEBIBYTE / 2,
                listener,
                settings -> fake(settings.id()).open(),
                camera -> camera.equals("finish") ? OptionalLong.of(NOW - 2_000_000) : OptionalLong.empty(),
                now::get);
    }

    private static MockProducer<String, byte[]> producer(boolean autoComplete) {
        return new MockProducer<>(autoComplete, null, new StringSerializer(), new ByteArraySerializer());
    }

    private void completeAll() {
        while (producer.completeNext()) {
            // One after the other.
        }
    }

    private void feed(String id, int frames, int bytes) {
        for (int i = 0; i < frames; i++) {
            fake(id).gives(now.addAndGet(40_000), bytes);
        }
    }

    private FakeCamera fake(String id) {
        return Objects.requireNonNull(fakes.get(id), id);
    }

    private CameraState state(String id) {
        return cameras.states().stream()
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CameraSettings camera(String id) {
        return new CameraSettings(
                id,
                SourceAddress.of("rtsp://somewhere/" + id),
                SourceOptions.defaults(),
                MEBIBYTE,
                new BackoffSettings(Duration.ofMillis(10), Duration.ofMillis(10)));
    }

    private static CameraSettings changed(String id) {
        return CameraSettings.of(id, SourceAddress.of("rtsp://elsewhere/" + id), SourceOptions.defaults());
    }

    private List<Frame> frames(String camera) {
        return values(Topics.FRAMES.name(), camera).stream()
                .map(value -> Topics.FRAMES.valueSerde().deserializer().deserialize(Topics.FRAMES.name(), value))
                .toList();
    }

    private List<Gap> gaps(String camera) {
        return values(Topics.GAPS.name(), camera).stream()
                .map(value -> Topics.GAPS.valueSerde().deserializer().deserialize(Topics.GAPS.name(), value))
                .toList();
    }

    private List<byte[]> values(String topic, String camera) {
        return producer.history().stream()
                .filter(record -> record.topic().equals(topic) && record.key().equals(camera))
                .map(ProducerRecord::value)
                .toList();
    }
}
