package pose.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplaySpeedTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.25", "1", "8", "2.5"})
    void shouldTakeFactorsInRange(String text) {
        assertThat(ReplaySpeed.parse(text).factor()).hasValue(Double.parseDouble(text));
    }

    @Test
    void shouldTakeMaxInAnyCase() {
        assertThat(ReplaySpeed.parse("MAX")).isEqualTo(ReplaySpeed.max());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2", "8.1", "0", "-1", "NaN", "fast", ""})
    void shouldNameWhatItRefusesAndWhatIsAllowed(String text) {
        assertThatThrownBy(() -> ReplaySpeed.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text)
                .hasMessageContaining("0.25 to 8, nor max");
    }
}
