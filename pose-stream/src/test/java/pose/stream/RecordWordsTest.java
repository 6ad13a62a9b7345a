package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pose.schema.BoundingBox;
import pose.schema.PartPosition;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;

class RecordWordsTest {

    @Test
    void shouldTellABoxAndUnderstandIt() {
        // given
        Box box = new Box(-1.5, 2, 3.25, 4);

        // when
        BoundingBox told = RecordWords.boundingBox(box);

        // then
        assertThat(told).isEqualTo(new BoundingBox(-1.5, 2.0, 3.25, 4.0));
        assertThat(RecordWords.box(told)).isEqualTo(box);
    }

    @Test
    void shouldTellKeypointsInTheirOrderAndUnderstandThem() {
        // given
        List<Keypoint> keypoints = List.of(new Keypoint(-1.5, 2, 0.25), new Keypoint(3, 4.75, 1));

        // when
        List<PartPosition> told = RecordWords.parts(keypoints);

        // then
        assertThat(told).containsExactly(new PartPosition(-1.5f, 2f, 0.25f), new PartPosition(3f, 4.75f, 1f));
        assertThat(RecordWords.keypoints(told)).isEqualTo(keypoints);
    }
}
