package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionIdTest {

    @Test
    void shouldReadWhatItWrites() {
        VersionId id = VersionId.parse("lite/2026-11-21.4");

        assertThat(id).isEqualTo(new VersionId("lite", "2026-11-21.4")).hasToString("lite/2026-11-21.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lite", "lite/", "/1", "a/b/c", "../1", "a/..", ".a/1", "a b/1", "a/1\n"})
    void shouldRefuseWhatIsNoVersionAndNameIt(String text) {
        assertThatThrownBy(() -> VersionId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no weights version");
    }
}
