package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleSettingsTest {

    @Test
    void shouldLookAtTwelveLocatedInEveryFrameByDefault() {
        assertThat(PeopleSettings.defaults()).isEqualTo(new PeopleSettings(12, 1, 128 << 20));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 'maxPeople is 0; it must be from 1 to 1000'",
        "1001, 1, 1, 'maxPeople is 1001; it must be from 1 to 1000'",
        "1, 0, 1, 'locateEvery is 0; it must be from 1 to 100'",
        "1, 101, 1, 'locateEvery is 101; it must be from 1 to 100'",
        "1, 1, -1, 'maxKeptBytes is -1; it must be at least 0'"
    })
    void shouldSayWhatIsAllowed(int maxPeople, int locateEvery, long maxKeptBytes, String message) {
        assertThatThrownBy(() -> new PeopleSettings(maxPeople, locateEvery, maxKeptBytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
