package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSettingsTest {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    @Test
    void shouldTakeAsManyThreadsAsIsSaid() {
        assertThat(EngineSettings.threads("3")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "many", "2,1", "1000000"})
    void shouldTakeAThreadAProcessorWhereNoNumberIsSaid(String said) {
        assertThat(EngineSettings.threads(said)).isEqualTo(PROCESSORS);
    }

    @Test
    void shouldTakeAThreadAProcessorWhereNothingIsSaid() {
        assertThat(EngineSettings.threads(null)).isEqualTo(PROCESSORS);
    }
}
