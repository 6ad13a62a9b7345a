package pose.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoseDistanceTest {

    @Test
    void shouldMeasureEachPartInPixelsAndByTheFirstPosesExtent() {
        // given a person 20 high and 10 wide, of whom one part moves by 3 and 4
        Pose first = pose(new Point(0, 0), new Point(10, 20));
        Pose second = pose(new Point(3, 4), new Point(10, 20));

        // when
        PoseDistance distance = PoseDistance.between(first, second);

        // then
        assertThat(distance.parts()).containsExactly(5.0, 0.0);
        assertThat(distance.extent()).isEqualTo(20);
        assertThat(distance.shares()).containsExactly(0.25, 0.0);
        assertThat(distance.mean()).isEqualTo(0.125);
        assertThat(distance.largest()).isEqualTo(0.25);
    }

    @Test
    void shouldTakeAPersonWhoIsAPointForOnePixelLarge() {
        Pose point = pose(new Point(5, 5), new Point(5, 5));

        PoseDistance distance = PoseDistance.between(point, pose(new Point(7, 5), new Point(5, 5)));

        assertThat(distance.shares()).containsExactly(2.0, 0.0);
    }

    @Test
    void shouldRefusePosesOfDifferentParts() {
        assertThatThrownBy(() -> PoseDistance.between(pose(new Point(0, 0)), pose(new Point(0, 0), new Point(1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 and 2 parts");
    }

    private static Pose pose(Point... points) {
        List<Keypoint> keypoints =
                Stream.of(points).map(p -> new Keypoint(p.x(), p.y(), 1)).toList();
        return new Pose(new Box(0, 0, 1, 1), 1, keypoints);
    }
}
