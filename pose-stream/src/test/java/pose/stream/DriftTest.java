package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import pose.cpm.Sighting;
import pose.skeleton.Point;

class DriftTest {

    @Test
    void shouldLeaveThoseWhereTheyAreOfWhomItIsNotKnownWhereTheyCameFrom() {
        Located two = located(sighting(10, 50), sighting(200, 80));

        assertThat(Drift.resting(two, 0).at(40_000)).isEqualTo(two);
    }

    @Test
    void shouldMoveEachAtTheirOwnVelocityByCaptureTime() {
        // given two who walk towards each other, in another order the second time, and one who is new
        Drift drift = Drift.resting(located(sighting(0, 50), sighting(100, 50)), 1_000_000)
                .next(located(sighting(90, 50), sighting(20, 50), sighting(300, 50)), 1_040_000);

        // when
        Located now = drift.at(1_060_000);

        // then
        assertThat(now.sightings())
                .extracting(s -> s.centre().x())
                .satisfiesExactly(
                        x -> assertThat(x).isCloseTo(85, within(1e-9)),
                        x -> assertThat(x).isCloseTo(30, within(1e-9)),
                        x -> assertThat(x).isEqualTo(300));
        assertThat(now.locator()).isEqualTo(Frames.LOCATOR);
    }

    @Test
    void shouldTakeNobodyForTheSameWhoIsTooFarAwayOrOfAnotherSize() {
        Located now = located(sighting(60, 50), sighting(205, 90));

        Drift drift =
                Drift.resting(located(sighting(0, 50), sighting(200, 50)), 0).next(now, 40_000);

        assertThat(drift.at(80_000)).isEqualTo(now);
    }

    @Test
    void shouldMoveNobodyWhereNoTimePassed() {
        Located now = located(sighting(10, 50));

        assertThat(Drift.resting(located(sighting(0, 50)), 5_000)
                        .next(now, 5_000)
                        .at(9_000))
                .isEqualTo(now);
    }

    private static Located located(Sighting... sightings) {
        return new Located(List.of(sightings), Frames.LOCATOR);
    }

    private static Sighting sighting(double x, double extent) {
        return new Sighting(new Point(x, 100), extent, 0.5);
    }
}
