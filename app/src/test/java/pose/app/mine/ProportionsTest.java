package pose.app.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.athlete.AthleteScene;
import pose.athlete.SceneOptions;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

class ProportionsTest {

    private static Proportions of(List<Keypoint> parts) {
        return Proportions.of(Skeleton.LSP14, parts).orElseThrow();
    }

    @Test
    void shouldFindNothingWrongWithSomebodyStanding() {
        Proportions standing = of(SeenPeople.standing(0.8));

        assertThat(standing.size()).isCloseTo(100, within(5.0));
        assertThat(standing.longest()).isBetween(1.0, 1.3);
        assertThat(standing.doubled()).isZero();
    }

    @Test
    void shouldMeasureALimbAgainstTheRestOfThePerson() {
        Proportions reaching = of(SeenPeople.moved(SeenPeople.standing(0.8), "r_ankle", 68, 168 + 4 * 70));

        assertThat(reaching.size()).as("one part moves the median little").isCloseTo(100, within(5.0));
        assertThat(reaching.longest()).isCloseTo(4, within(0.25));
    }

    @Test
    void shouldCountJointsWhoseSidesAreInOnePlace() {
        List<Keypoint> legs =
                SeenPeople.moved(SeenPeople.moved(SeenPeople.standing(0.8), "r_ankle", 128, 230), "r_knee", 120, 160);

        assertThat(of(legs).doubled()).isEqualTo(2);
        assertThat(of(SeenPeople.moved(legs, "r_ankle", 110, 238)).doubled()).isEqualTo(1);
    }

    @Test
    void shouldMeasureSomebodyOnOneSpotWithoutFailing() {
        Proportions spot = of(SeenPeople.standing(0.1).stream()
                .map(part -> new Keypoint(50, 50, 0.1))
                .toList());

        assertThat(spot).isEqualTo(new Proportions(1, 1, 4));
    }

    @Test
    void shouldKnowEverySkeletonOfWholePeople() {
        for (Skeleton skeleton : List.of(Skeleton.LSP14, Skeleton.MPII16, Skeleton.COCO17, Skeleton.FLIC9)) {
            List<Keypoint> parts = new ArrayList<>();
            for (int p = 0; p < skeleton.size(); p++) {
                parts.add(new Keypoint(10 * p, 3 * p * p, 0.5));
            }
            assertThat(Proportions.of(skeleton, parts)).as(skeleton.name()).isPresent();
        }
    }

    /** Rendered athletes squat, jump and turn; their true parts are believable, so hardly any may be accused. */
    @Test
    void shouldHardlyEverAccuseTruePartsOfRenderedAthletes() {
        AthleteScene scene = new AthleteScene(SceneOptions.parse("seconds=60&fps=10&seed=3"));
        int accused = 0;
        for (long i = 0; i < scene.frames(); i += 3) {
            List<Point> truth = scene.render(i).people().get(0);
            Proportions shape =
                    of(truth.stream().map(at -> new Keypoint(at.x(), at.y(), 1)).toList());
            accused += shape.longest() > MiningRules.LONG_LIMB || shape.doubled() >= MiningRules.DOUBLED_JOINTS ? 1 : 0;
        }

        assertThat(accused).isLessThanOrEqualTo((int) (scene.frames() / 3 / 20));
    }
}
