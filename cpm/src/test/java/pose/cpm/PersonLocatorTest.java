package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.skeleton.Box;

class PersonLocatorTest {

    @ParameterizedTest
    @CsvSource({"640,360,140,0,360", "354,492,-69,0,492", "100,100,0,0,100"})
    void shouldLookAtTheMiddleAtThePicturesHeight(int width, int height, double x, double y, double side) {
        assertThat(PersonLocator.WHOLE_IMAGE.locate(width, height)).containsExactly(new Box(x, y, side, side));
    }
}
