package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import pose.skeleton.Box;
import pose.skeleton.Point;

class SightingTest {

    @Test
    void shouldBeLookedAtWithAMargin() {
        Sighting sighting = new Sighting(new Point(100, 50), 80, 0.5);

        assertThat(sighting.box()).isEqualTo(new Box(60, 10, 80, 80));
        assertThat(sighting.subjectBox()).isEqualTo(new Box(50, 0, 100, 100));
    }

    @Test
    void shouldRefuseWhatIsNowhereOrNothing() {
        assertThatThrownBy(() -> new Sighting(new Point(1, 1), 0, 0.5)).hasMessageStartingWith("extent is 0.0");
        assertThatThrownBy(() -> new Sighting(new Point(1, 1), 10, 1.5)).hasMessageStartingWith("score is 1.5");
        assertThatThrownBy(() -> new Sighting(new Point(Double.NaN, 1), 10, 0.5))
                .hasMessageStartingWith("centre is");
    }
}
