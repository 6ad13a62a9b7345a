package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.cpm.Sighting;
import pose.schema.Attention;
import pose.schema.Frame;
import pose.skeleton.Point;

class PeopleSettingsTest {

    @Test
    void shouldLookAtTwelveLocatedInEveryFrameByDefault() {
        assertThat(PeopleSettings.defaults()).isEqualTo(new PeopleSettings(12, 1, 128 << 20));
    }

    @Test
    void shouldWantTheSurestOfThoseThatTheCameraIsAbout() {
        // given a camera that is about people taller than 24 pixels of 48, two of whom there may be
        Frame frame = Frames.about("yard", 1, 0, 0, 64, 48, new Attention(List.of(), 0.5, false));
        List<Sighting> people = List.of(sighting(30, 0.2), sighting(10, 0.9), sighting(31, 0.8), sighting(32, 0.5));

        // when
        Located wanted =
                PeopleSettings.defaults().withMaxPeople(2).wanted(frame, new Located(people, Frames.LOCATOR), true);

        // then in the order in which they were found
        assertThat(wanted.sightings()).extracting(Sighting::extent).containsExactly(31.0, 32.0);
    }

    @ParameterizedTest
    @CsvSource({"true, 2", "false, 1"})
    void shouldWantWhoeverIsFaintOnlyWherePeopleAreFollowed(boolean followed, int wanted) {
        Located located = new Located(List.of(sighting(30, 0.3), sighting(31, 0.5)), Frames.LOCATOR, 0.4);

        assertThat(PeopleSettings.defaults()
                        .wanted(Frames.frame(0), located, followed)
                        .sightings())
                .hasSize(wanted);
    }

    private static Sighting sighting(double extent, double score) {
        return new Sighting(new Point(20, 20), extent, score);
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
