package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.cpm.Sighting;
import pose.skeleton.Keypoint;
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
    void shouldKeepOneWhosePoseWasDrawnToSomebodyElse() {
        // given the same pose twice, from squares that have less than half in common: the one behind is hidden
        Pose pose = standing(100, 0.5);
        List<Sighting> sightings = List.of(at(90, 100, 100), at(130, 100, 100));

        List<Integer> people = NearDuplicates.without(Skeleton.LSP14, sightings, List.of(pose, pose));

        assertThat(people).containsExactly(0, 1);
    }

    @Test
    void shouldTakeATrunkForPartOfWhoeverItsHeadBelongsTo() {
        // given somebody, and their upper half taken for somebody small, whose pose is the surer
        Pose whole = standing(100, 0.5);
        Pose trunk = withHeadOf(whole, Standing.at(100, 75, 45));
        List<Sighting> sightings = List.of(at(100, 100, 100), at(100, 75, 45));

        List<Integer> people = NearDuplicates.without(Skeleton.LSP14, sightings, List.of(whole, trunk));

        assertThat(people).containsExactly(0);
    }

    @Test
    void shouldTakeWhatHardlyHasAPoseForPartOfWhoeverItIsWithin() {
        Pose whole = standing(100, 0.7);
        Pose racket = standing(Standing.at(115, 75, 45), 0.3);
        List<Sighting> sightings = List.of(at(100, 100, 100), at(115, 75, 45));

        List<Integer> people = NearDuplicates.without(Skeleton.LSP14, sightings, List.of(whole, racket));

        assertThat(people).containsExactly(0);
    }

    @Test
    void shouldKeepSomebodySmallWhoHasAHeadOfTheirOwn() {
        Pose near = standing(100, 0.5);
        Pose far = Standing.at(115, 75, 45);
        List<Sighting> sightings = List.of(at(100, 100, 100), at(115, 75, 45));

        List<Integer> people = NearDuplicates.without(Skeleton.LSP14, sightings, List.of(near, far));

        assertThat(people).containsExactly(0, 1);
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

    private static Sighting at(double x, double y, double extent) {
        return new Sighting(new Point(x, y), extent, 0.5);
    }

    private static Pose withHeadOf(Pose whole, Pose small) {
        List<Keypoint> keypoints = new ArrayList<>(small.keypoints());
        for (String part : List.of("neck", "head_top")) {
            int place = Skeleton.LSP14.parts().indexOf(part);
            keypoints.set(place, whole.keypoints().get(place));
        }
        return new Pose(small.box(), 0.9, keypoints);
    }

    /** Somebody 100 pixels tall. */
    private static Pose standing(double x, double score) {
        return standing(Standing.at(x, 100, 100), score);
    }

    private static Pose standing(Pose pose, double score) {
        return new Pose(pose.box(), score, pose.keypoints());
    }
}
