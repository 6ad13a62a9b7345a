package pose.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final SourceOptions DEFAULTS = SourceOptions.defaults();

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.009, 240.1, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRefuseARateOutOfRange(double fps) {
        assertThatThrownBy(() -> DEFAULTS.withFps(fps)).hasMessage("fps is " + fps + "; allowed: 0.01 to 240");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 8193})
    void shouldRefuseAWidthOutOfRange(int width) {
        assertThatThrownBy(() -> DEFAULTS.withWidth(width)).hasMessage("width is " + width + "; allowed: 16 to 8192");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void shouldRefuseAQualityOutOfRange(int quality) {
        assertThatThrownBy(() -> DEFAULTS.withQuality(quality))
                .hasMessage("quality is " + quality + "; allowed: 1 to 100");
    }

    @Test
    void shouldTakeTheEndsOfTheRanges() {
        assertThat(DEFAULTS.withFps(0.01).withWidth(16).withQuality(1)).isNotEqualTo(DEFAULTS);
        assertThat(DEFAULTS.withFps(240).withWidth(8192).withQuality(100)).isNotEqualTo(DEFAULTS);
    }

    @Test
    void shouldRefuseTimeoutsOutOfRange() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new PublisherOptions(Duration.ZERO, second))
                .hasMessage("connect timeout is PT0S; allowed: 1 ms to 1 hour");
        assertThatThrownBy(() -> new PublisherOptions(second, Duration.ofMillis(999)))
                .hasMessage("delivery timeout is PT0.999S; allowed: 1 s to 24 days");
    }

    @Test
    void shouldRefuseATimeoutOutOfRange() {
        assertThatThrownBy(() -> NetworkOptions.defaults().withTimeout(Duration.ofMillis(99)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeout is 99 ms; allowed: 100 ms to 1 minute");
        assertThatThrownBy(() -> NetworkOptions.defaults().withTimeout(Duration.ofMillis(60_001)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(SourceOptions.defaults()
                        .with(NetworkOptions.defaults().withTimeout(Duration.ofMinutes(1)))
                        .timeout())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void shouldRefuseADeviceThatIsNoName() {
        assertThatThrownBy(() -> SourceOptions.defaults().onHardware("/dev/dri"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hardware is '/dev/dri'; allowed: a device such as vaapi, cuda, qsv");
    }

    @Test
    void shouldRefuseABreakWithFewerThanNoFrames() {
        assertThatThrownBy(() -> new Break(Break.Cause.CORRUPT, -1, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing is -1");
    }
}
