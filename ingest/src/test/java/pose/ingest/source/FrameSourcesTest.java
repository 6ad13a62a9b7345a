package pose.ingest.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;

class FrameSourcesTest {

    private static final String ALLOWED = SourceUrl.ALLOWED;

    @Test
    void shouldSayWhatIsAllowedForAnUnknownSchemeWithoutQuotingItsPassword() {
        assertRefused("gopher://admin:secret@camera/1", "unknown kind of source 'gopher:'; " + ALLOWED);
    }

    @Test
    void shouldRefuseAnEmptySource() {
        assertRefused(" ", "the source is empty; " + ALLOWED);
    }

    @Test
    void shouldNameAnUnknownSyntheticSource() {
        assertRefused("synthetic:horse?fps=3", "unknown synthetic source 'horse'; allowed: athlete, match");
    }

    @Test
    void shouldNameABadSceneOption() {
        assertRefused(
                "synthetic:athlete?fps=30&legs=4",
                "synthetic:athlete: unknown option legs=4; the options are people, fps, width, height, seconds, seed");
    }

    @Test
    void shouldSayHowManyAMatchTakes() {
        assertRefused("synthetic:match?people=1", "synthetic:match: people=1 is not allowed; 2 to 12 is");
    }

    @Test
    void shouldNameAMissingFileBehindTheScheme() {
        assertRefused("file:/no/such.mp4", "no such file: /no/such.mp4");
        assertRefused("file:///no/such.mp4", "no such file: /no/such.mp4");
    }

    private static void assertRefused(String url, String message) {
        assertThatThrownBy(() -> FrameSources.open(url, SourceOptions.defaults(), Clock.systemUTC()))
                .isInstanceOf(SourceException.class)
                .hasMessage(message);
    }
}
