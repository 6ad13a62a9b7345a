package pose.app.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.schema.Topics;

class SliceBoundTest {

    @Test
    void shouldReadAMomentWithItsZone() {
        long micros = 1_777_660_200_250_000L;

        assertThat(SliceBound.parse("2026-05-01T18:30:00.25Z")).isEqualTo(new SliceBound.Moment(micros));
        assertThat(SliceBound.parse("2026-05-01T20:30:00.25+02:00")).isEqualTo(new SliceBound.Moment(micros));
    }

    @Test
    void shouldReadAFramesId() {
        assertThat(SliceBound.parse("gate-1/1777660200000000/15"))
                .isEqualTo(new SliceBound.FrameId("gate-1", 1_777_660_200_000_000L, 15));
    }

    @Test
    void shouldReadALineOfWatch() {
        String line = "{\"camera\":\"gate-1\",\"epoch\":1777660200000000,\"sequence\":15,\"people\":[]}";

        assertThat(SliceBound.parse(line)).isEqualTo(new SliceBound.FrameId("gate-1", 1_777_660_200_000_000L, 15));
    }

    @Test
    void shouldReadAPlace() {
        assertThat(SliceBound.parse("3:1500")).isEqualTo(new SliceBound.Place(3, 1500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-05-01T18:30:00",
                "2026-05-01",
                "gate/1",
                "gate 1/1/1",
                "a/1/-1",
                "a/1/99999999999999999999",
                "1:",
                "{}",
                "{\"camera\":1,\"epoch\":1,\"sequence\":1}",
                "{nonsense"
            })
    void shouldNameWhatItRefusesAndWhatIsAllowed(String text) {
        assertThatThrownBy(() -> SliceBound.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("CAMERA/EPOCH/SEQUENCE");
    }

    @Test
    void shouldRefuseASliceOfNoTime() {
        SliceBound moment = SliceBound.parse("2026-05-01T18:30:00Z");

        assertThatThrownBy(() -> new Slice(Topics.FRAMES, List.of("a"), Optional.of(moment), Optional.of(moment)))
                .hasMessageContaining("2026-05-01T18:30:00Z");
    }
}
