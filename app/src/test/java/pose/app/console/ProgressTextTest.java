package pose.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0.4S, 0 s",
        "PT7.6S, 8 s",
        "PT59.7S, 1 min 00 s",
        "PT3M20S, 3 min 20 s",
        "PT2H5M59S, 2 h 05 min",
        "PT30H, 30 h 00 min"
    })
    void shouldTellTheTwoLargestUnits(Duration duration, String expected) {
        assertThat(Durations.text(duration)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, ▕    ▏", "0.5, ▕██  ▏", "0.375, ▕█▌  ▏", "1, ▕████▏", "-3, ▕    ▏", "7, ▕████▏"})
    void shouldDrawAShare(double share, String expected) {
        assertThat(Bar.of(share, 4)).isEqualTo(expected);
    }
}
