package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pose.cpm.Sighting;
import pose.skeleton.Point;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;

class NearDuplicatesTest {

    @Test
    void shouldKeepTheBetterOfTwoPosesOfOnePerson() {
        // given somebody found twice, the second time two pixels off, and somebody beside them
        Pose worse = standing(100, 0.4);
        Pose better = standing(102, 0.6);
        Pose other = standing(160, 0.2);

        assertThat(without(worse, better, other)).containsExactly(1, 2);
        assertThat(without(better, worse, other)).containsExactly(0, 2);
    }

    @Test
    void shouldKeepTwoWhoStandOneBehindTheOther() {
        assertThat(without(standing(100, 0.5), standing(125, 0.5))).containsExactly(0, 1);
    }

    @Test
    void shouldKeepTheFirstOfTwoThatAreEqual() {
        assertThat(without(standing(100, 0.5), standing(100, 0.5))).containsExactly(0);
    }

    @Test
    void shouldFindNobodyAmongNobody() {
        assertThat(without()).isEmpty();
    }

    private static List<Integer> without(Pose... poses) {
        List<Sighting> sightings = List.of(poses).stream()
                .map(pose -> new Sighting(new Point(pose.keypoints().get(0).x(), 100), 100, 0.5))
                .toList();
        return NearDuplicates.without(Skeleton.LSP14, sightings, List.of(poses));
    }

    /** Somebody 100 pixels tall. */
    private static Pose standing(double x, double score) {
        Pose pose = Standing.at(x, 100, 100);
        return new Pose(pose.box(), score, pose.keypoints());
    }
}
