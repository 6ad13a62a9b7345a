package pose.athlete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneOptionsTest {

    @Test
    void shouldReadEveryOption() {
        SceneOptions options = SceneOptions.parse("seconds=2.5&fps=24&width=320&height=200&people=3&seed=-7");
        assertThat(options).isEqualTo(new SceneOptions(3, 24, 320, 200, 2.5, -7));
    }

    @Test
    void shouldFallBackToTheDefaults() {
        assertThat(SceneOptions.parse("")).isEqualTo(new SceneOptions(1, 30, 640, 360, 10, 1));
        assertThat(SceneOptions.parse("seed=5").seed()).isEqualTo(5);
        assertThat(SceneOptions.parse("seed=5").frames()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource({
        "fsp=30, fsp=30, fps",
        "fps=0, fps=0.0, above 0",
        "fps=NaN, fps=NaN, above 0",
        "fps=fast, fps=fast, number",
        "people=0, people=0, 1 to 16",
        "people=99999999999, people=2147483647, 1 to 16",
        "width=31, width=31, 32 to 8192",
        "height=9000, height=9000, 32 to 8192",
        "seconds=-1, seconds=-1.0, above 0",
        "seed=1.5, seed=1.5, whole number",
        "people, people, key=value",
        "seed=1&seed=2, seed=2, once",
    })
    void shouldNameTheOptionItsValueAndWhatIsAllowed(String query, String value, String allowed) {
        assertThatThrownBy(() -> SceneOptions.parse(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value)
                .hasMessageContaining(allowed);
    }
}
