package pose.app.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdColourTest {

    /** Two colours this far apart in OKLab have different names. */
    private static final double PLAIN_TO_SEE = 0.06;

    @Test
    void shouldKeepTheColourOfAnIdForGood() {
        // given: what earlier pictures were drawn with
        Color first = new Color(0xEEA90E);

        // when
        Color again = IdColour.of(1);

        // then
        assertThat(again).isEqualTo(first);
    }

    @Test
    void shouldTellApartAnyTwelveIdsInARow() {
        for (long id = 1; id <= 300; id++) {
            for (long other = id + 1; other < id + 12; other++) {
                // when
                double apart = distance(IdColour.of(id), IdColour.of(other));

                // then
                assertThat(apart).as("ids %d and %d", id, other).isGreaterThan(PLAIN_TO_SEE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"70, 120, 45", "95, 140, 60", "50, 90, 35", "130, 160, 80"})
    void shouldStandOutFromGrass(int red, int green, int blue) {
        Color grass = new Color(red, green, blue);
        for (long id = 1; id <= 300; id++) {
            // when
            double apart = distance(IdColour.of(id), grass);

            // then
            assertThat(apart).as("id %d", id).isGreaterThan(PLAIN_TO_SEE);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void shouldHaveAColourForAnyNumber(long id) {
        // when
        Color colour = IdColour.of(id);

        // then
        assertThat(colour.getAlpha()).isEqualTo(255);
    }

    @ParameterizedTest
    @CsvSource({"255, 255, 255, 0", "255, 230, 60, 0", "0, 0, 0, 255", "30, 30, 120, 255"})
    void shouldWriteWithInkThatCanBeRead(int red, int green, int blue, int ink) {
        // when
        Color chosen = IdColour.inkOn(new Color(red, green, blue));

        // then
        assertThat(chosen).isEqualTo(new Color(ink, ink, ink));
    }

    private static double distance(Color first, Color second) {
        double[] a = oklab(first);
        double[] b = oklab(second);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    /** From sRGB to OKLab, as Ottosson (2020) gives it: the other way round than the product. */
    private static double[] oklab(Color colour) {
        double r = linear(colour.getRed());
        double g = linear(colour.getGreen());
        double b = linear(colour.getBlue());
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
