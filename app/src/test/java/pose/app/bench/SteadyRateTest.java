package pose.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyRateTest {

    @Test
    void shouldBeSoManyOfEachCameraOrAShareOfTheBacklog() {
        assertThat(SteadyRate.parse("12.5").total(16, 1000)).isEqualTo(200);
        assertThat(SteadyRate.parse("50%").total(16, 1000)).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "0", "-1", "0%", "101%", "NaN", "1001", "%"})
    void shouldRefuseEverythingElse(String text) {
        assertThatThrownBy(() -> SteadyRate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "'")
                .hasMessageContaining("50%");
    }
}
