package pose.athlete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.skeleton.Point;

class TableauTest {

    private static final int SIDE = 200;
    private static final Light EVEN = new Light(new Vec3(0, 0, 1), 1, 0, new Light.Gain(1, 1, 1), 0, 0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldSayThatAFigureCoversWhatItIsPaintedOn(long seed) {
        // given
        List<Solid> solids = standing(1, seed, 100, 180).solids();
        byte[] blank = new byte[SIDE * SIDE * 3];
        int wrong = 0;
        int painted = 0;

        // when
        Layer.paint(solids, 160, EVEN, blank, SIDE, SIDE);

        // then
        for (int i = 0; i < SIDE * SIDE; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            boolean here = blank[3 * i] != 0 || blank[3 * i + 1] != 0 || blank[3 * i + 2] != 0;
            painted += here ? 1 : 0;
            wrong += solids.stream().anyMatch(s -> s.covers(x, y)) == here ? 0 : 1;
        }
        // Pixels that a figure covers in part, at its edge, may be either.
        assertThat(painted).isGreaterThan(2000);
        assertThat(wrong).isLessThan(painted / 20);
    }

    @Test
    void shouldSeeAllOfSomebodyAlone() {
        assertThat(visible(standing(1, 1, 100, 180))).containsExactly(1.0);
    }

    @Test
    void shouldSeeNothingOfSomebodyBehindTheirTwinAndNothingLessOfTheTwin() {
        Appearance twin = standing(1, 1, 100, 180);

        List<Double> seen = visible(twin, twin);

        // The top of the head is on the very edge of the body.
        assertThat(seen.get(0)).isEqualTo(1);
        assertThat(seen.get(1)).isLessThanOrEqualTo(1 / 14.0);
    }

    @Test
    void shouldSayOfEachPartWhetherSomebodyNearerHidesIt() {
        // given: somebody tall enough before the legs of somebody else, whose ground is as high as the other's chest
        Appearance farther = standing(1, 1, 100, 120);
        Appearance nearer = standing(2, 1, 100, 200);
        List<Solid> before = nearer.solids();

        // when
        Performer behind =
                new Tableau(SIDE, SIDE, List.of(nearer, farther)).performers().get(1);

        // then
        assertThat(behind.inSight()).hasSize(14).contains(true, false);
        for (int p = 0; p < 14; p++) {
            double x = behind.keypoints().get(p).x();
            double y = behind.keypoints().get(p).y();
            boolean inside = y >= -0.5;
            assertThat(behind.inSight().get(p))
                    .isEqualTo(inside && before.stream().noneMatch(solid -> solid.covers(x, y)));
        }
    }

    @Test
    void shouldRefuseSightsThatAreNotOneAPart() {
        List<Point> parts = List.of(new Point(0, 0), new Point(1, 1));

        assertThatThrownBy(() -> new Performer(1, parts, List.of(true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keypoints are 2, inSight tells of 1");
    }

    @Test
    void shouldSeeOnlyWhatIsInsideThePicture() {
        // given: the ground is far below the picture, so that only the upper body is in it
        Appearance cut = standing(1, 1, 100, 270);
        long inside = cut.keypoints().stream().filter(p -> p.y() < SIDE - 0.5).count();

        // when
        List<Double> seen = visible(cut);

        // then
        assertThat(inside).isBetween(4L, 12L);
        assertThat(seen).containsExactly(inside / 14.0);
    }

    @Test
    void shouldSeeNothingOfSomebodyBesideThePicture() {
        assertThat(visible(standing(1, 1, 500, 180))).containsExactly(0.0);
    }

    private static List<Double> visible(Appearance... nearestFirst) {
        return new Tableau(SIDE, SIDE, List.of(nearestFirst))
                .performers().stream().map(Performer::visible).toList();
    }

    private static Appearance standing(long id, long seed, double x, double y) {
        Dice dice = new Dice(seed);
        Body body = Body.random(dice.split());
        Stance stance = Stream.of(Motion.values())
                .filter(Motion::standing)
                .toList()
                .get((int) seed % 4)
                .at(1, 0.8);
        Camera camera = new Camera(Turn.aboutY(40.0 * seed), Vec3.ZERO, 160, x, y);
        return new Appearance(id, body, Wardrobe.random(dice.split()), Kinematics.joints(body, stance), camera);
    }
}
