package pose.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pose.schema.Gap;
import pose.schema.GapReason;

/** Cameras over a Kafka that acknowledges nothing until the test lets it. */
class CamerasSlowKafkaTest {

    private final CamerasRig rig = new CamerasRig(false);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void shouldDropTheOldestOfALiveCameraWhileKafkaIsAwayAndTellExactlyThose() {
        // given a producer that acknowledges nothing, and a buffer of one mebibyte
        rig.cameras().apply(List.of(CamerasRig.camera("gate")));

        // when 100 frames of a tenth of a mebibyte come
        rig.feed("gate", 1, CamerasRig.MEBIBYTE / 10);
        CamerasRig.soon().until(() -> rig.frames("gate").size() == 1);
        rig.feed("gate", 99, CamerasRig.MEBIBYTE / 10);
        CamerasRig.soon().until(() -> rig.fake("gate").isEmpty());

        // then, once Kafka is back, frames and gaps are all of them
        rig.completeAll();
        CamerasRig.soon().untilAsserted(() -> {
            rig.completeAll();
            long missing = rig.gaps("gate").stream().mapToLong(Gap::getCount).sum();
            assertThat(missing).isPositive();
            assertThat(rig.frames("gate").size() + missing).isEqualTo(100);
        });
        assertThat(rig.gaps("gate")).extracting(Gap::getReason).containsOnly(GapReason.SLOW_BROKER);
        // the first was on its way alone, the newest were kept
        assertThat(rig.frames("gate").get(0).getSequence()).isZero();
        assertThat(rig.frames("gate").get(rig.frames("gate").size() - 1).getSequence())
                .isEqualTo(99);
    }

    @Test
    void shouldMakeARecordingWaitAndDropNothing() {
        // given
        rig.cameras().apply(List.of(CamerasRig.camera("clip")));

        // when
        rig.feed("clip", 100, CamerasRig.MEBIBYTE / 10);
        rig.fake("clip").ends();

        // then
        CamerasRig.soon().untilAsserted(() -> {
            rig.completeAll();
            assertThat(rig.frames("clip")).hasSize(100);
        });
        assertThat(rig.gaps("clip")).isEmpty();
        CamerasRig.soon()
                .untilAsserted(() -> assertThat(rig.state("clip").phase()).isEqualTo(CameraState.Phase.ENDED));
    }

    @Test
    void shouldTellAFrameThatKafkaRefusedAsAGap() {
        // given
        rig.cameras().apply(List.of(CamerasRig.camera("gate")));
        rig.feed("gate", 1, 100);
        CamerasRig.soon().until(() -> rig.producer().errorNext(new AuthorizationException("not you")));

        // then
        CamerasRig.soon().untilAsserted(() -> {
            rig.completeAll();
            assertThat(rig.gaps("gate")).hasSize(1);
        });
        assertThat(rig.gaps("gate").get(0).getDetail()).isEqualTo("Kafka did not take it: not you");
    }
}
