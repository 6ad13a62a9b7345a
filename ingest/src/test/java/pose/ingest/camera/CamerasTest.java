package pose.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pose.ingest.SourceException.Fault;
import pose.schema.Attention;
import pose.schema.CaptureClock;
import pose.schema.Frame;
import pose.schema.Gap;
import pose.schema.GapReason;

/** Cameras over a Kafka that takes everything at once. */
class CamerasTest {

    private final CamerasRig rig = new CamerasRig(true);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void shouldPublishFramesInOrderWithTheirClock() {
        // given
        rig.cameras().apply(List.of(CamerasRig.camera("gate")));

        // when
        rig.feed("gate", 5, 100);

        // then
        CamerasRig.soon().untilAsserted(() -> assertThat(rig.frames("gate")).hasSize(5));
        assertThat(rig.frames("gate")).extracting(Frame::getSequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(rig.frames("gate")).allSatisfy(frame -> {
            assertThat(frame.getLive()).isTrue();
            assertThat(frame.getAttention()).isEqualTo(new Attention(List.of(), 0.125, false));
            assertThat(frame.getCaptureClock()).isEqualTo(CaptureClock.HOST);
            assertThat(frame.getEpoch()).isEqualTo(rig.frames("gate").get(0).getEpoch());
        });
    }

    @Test
    void shouldComeBackFromAnOutageInTheSameEpochAndTellItsGap() {
        // given
        rig.cameras().apply(List.of(CamerasRig.camera("gate")));
        rig.feed("gate", 3, 100);

        // when
        rig.fake("gate").breaksOff(Fault.LOST, "connection refused");
        CamerasRig.soon().until(() -> rig.fake("gate").openings.get() == 2);
        rig.passes(Duration.ofSeconds(1));
        rig.feed("gate", 1, 100);

        // then 25 frames a second had no room in that second
        CamerasRig.soon().untilAsserted(() -> {
            assertThat(rig.told()).contains("gate lost: connection refused", "gate missing: CAMERA_LOST 25");
            assertThat(rig.frames("gate")).hasSize(4);
        });
        Gap gap = rig.gaps("gate").get(0);
        assertThat(rig.gaps("gate")).hasSize(1);
        assertThat(gap.getReason()).isEqualTo(GapReason.CAMERA_LOST);
        assertThat(gap.getDetail()).isEqualTo("connection refused");
        assertThat(gap.getFirstSequence()).isEqualTo(3);
        assertThat(gap.getCount()).isEqualTo(25);
        assertThat(rig.frames("gate")).extracting(Frame::getSequence).containsExactly(0L, 1L, 2L, 28L);
        assertThat(rig.frames("gate")).extracting(Frame::getEpoch).containsOnly(gap.getEpoch());
        assertThat(rig.state("gate").connections()).isEqualTo(2);
        assertThat(rig.state("gate").missing()).isEqualTo(Map.of(GapReason.CAMERA_LOST, 25L));
        assertThat(rig.fake("gate").closings).hasValue(1);
    }

    @Test
    void shouldLeaveAFrameOutThatKafkaWouldNotTakeAndTellIt() {
        rig.cameras().apply(List.of(CamerasRig.camera("gate")));
        rig.feed("gate", 1, 3 * CamerasRig.MEBIBYTE / 4);
        rig.feed("gate", 1, 100);

        CamerasRig.soon().untilAsserted(() -> {
            assertThat(rig.gaps("gate")).hasSize(1);
            assertThat(rig.frames("gate")).hasSize(1);
        });
        assertThat(rig.gaps("gate").get(0).getDetail()).contains("over the 524288 bytes");
        assertThat(rig.frames("gate")).extracting(Frame::getSequence).containsExactly(1L);
    }

    @Test
    void shouldNotTouchOtherCamerasWhenOneIsAddedChangedOrRemoved() {
        // given
        rig.cameras().apply(List.of(CamerasRig.camera("gate")));
        rig.feed("gate", 1, 100);
        CamerasRig.soon().until(() -> rig.frames("gate").size() == 1);

        // when
        rig.cameras().apply(List.of(CamerasRig.camera("gate"), CamerasRig.camera("yard")));
        CamerasRig.soon().until(() -> rig.fake("yard").openings.get() == 1);
        rig.cameras().apply(List.of(CamerasRig.camera("gate"), CamerasRig.changed("yard")));
        CamerasRig.soon().until(() -> rig.fake("yard").openings.get() == 2);
        rig.cameras().apply(List.of(CamerasRig.camera("gate")));
        rig.feed("gate", 1, 100);

        // then
        CamerasRig.soon().untilAsserted(() -> assertThat(rig.frames("gate")).hasSize(2));
        assertThat(rig.frames("gate"))
                .extracting(Frame::getEpoch)
                .containsOnly(rig.state("gate").epochUs());
        assertThat(rig.fake("gate").openings).hasValue(1);
        assertThat(rig.cameras().states()).extracting(CameraState::id).containsExactly("gate");
    }

    @Test
    void shouldGiveAChangedCameraANewEpoch() {
        rig.cameras().apply(List.of(CamerasRig.camera("gate")));
        long before = rig.state("gate").epochUs();

        rig.cameras().apply(List.of(CamerasRig.changed("gate")));

        assertThat(rig.state("gate").epochUs()).isGreaterThan(before);
    }

    @Test
    void shouldTellWhatIsMissingSinceAnEarlierRun() {
        // given a camera whose last frame on the topic is two seconds old

        // when
        rig.cameras().apply(List.of(CamerasRig.camera("finish")));
        rig.feed("finish", 2, 100);

        // then its new epoch begins with what would have been 50 frames
        CamerasRig.soon().untilAsserted(() -> {
            assertThat(rig.gaps("finish")).hasSize(1);
            assertThat(rig.frames("finish")).hasSize(2);
        });
        Gap gap = rig.gaps("finish").get(0);
        assertThat(gap.getReason()).isEqualTo(GapReason.INGEST_RESTART);
        assertThat(gap.getFirstSequence()).isZero();
        assertThat(gap.getCount()).isEqualTo(50);
        assertThat(rig.frames("finish")).extracting(Frame::getSequence).containsExactly(50L, 51L);
    }

    @Test
    void shouldRefuseTwoCamerasOfOneName() {
        rig.cameras().apply(List.of(CamerasRig.camera("yard")));

        assertThatThrownBy(() -> rig.cameras().apply(List.of(CamerasRig.camera("gate"), CamerasRig.changed("gate"))))
                .hasMessage("camera gate is there twice; each id once");
        assertThat(rig.cameras().states()).extracting(CameraState::id).containsExactly("yard");
    }

    @Test
    void shouldStopACameraThatAlwaysHasAFrameAtHand() {
        // given
        rig.fake("gate").givesForEver();
        rig.cameras().apply(List.of(CamerasRig.camera("gate")));
        CamerasRig.soon().until(() -> rig.frames("gate").size() > 10);

        // when
        rig.cameras().apply(List.of());

        // then
        assertThat(rig.fake("gate").closings).hasValue(1);
        assertThat(rig.cameras().states()).isEmpty();
    }

    @Test
    void shouldSendWhatWaitsWhenItIsStopped() {
        // given
        rig.cameras().apply(List.of(CamerasRig.camera("gate")));
        rig.feed("gate", 50, 100);
        CamerasRig.soon().until(() -> rig.fake("gate").isEmpty());

        // when
        long unsent = rig.cameras().stop();

        // then
        assertThat(unsent).isZero();
        assertThat(rig.frames("gate")).hasSize(50);
        assertThat(rig.producer().closed()).isTrue();
    }
}
