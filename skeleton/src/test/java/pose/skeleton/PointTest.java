package pose.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "-0.5, -0.5, true",
        "-0.51, 0, false",
        "0, -0.51, false",
        "3.49, 1.49, true",
        "3.5, 1, false",
        "3, 1.5, false",
        "NaN, 1, false",
        "1, NaN, false"
    })
    void shouldBeWithinAPictureUpToHalfAPixelBeyondItsOutermostPixels(double x, double y, boolean within) {
        assertThat(new Point(x, y).isWithin(4, 2)).isEqualTo(within);
    }
}
