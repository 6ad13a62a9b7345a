package pose.app.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.skeleton.Keypoint;
import pose.skeleton.Skeleton;

class SkeletonPainterTest {

    private static final int SIDE = 200;
    private static final int NOWHERE = -1000;

    private final SkeletonPainter painter = new SkeletonPainter(Skeleton.LSP14);
    private final BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);

    @Test
    void shouldDrawTheRightShinInTheRightSidesColour() {
        // given
        List<Keypoint> keypoints = onlyLimb("r_ankle", "r_knee", 1.0);

        // when
        painter.paint(picture, keypoints);

        // then
        assertThat(new Color(picture.getRGB(100, 100))).isEqualTo(SkeletonPainter.RIGHT);
    }

    @Test
    void shouldDrawTheLeftShinInTheLeftSidesColour() {
        // given
        List<Keypoint> keypoints = onlyLimb("l_ankle", "l_knee", 1.0);

        // when
        painter.paint(picture, keypoints);

        // then
        assertThat(new Color(picture.getRGB(100, 100))).isEqualTo(SkeletonPainter.LEFT);
    }

    @Test
    void shouldDrawAWeakPartFainterThanASureOne() {
        // given
        BufferedImage other = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        painter.paint(other, onlyLimb("r_ankle", "r_knee", 1.0));

        // when
        painter.paint(picture, onlyLimb("r_ankle", "r_knee", 0.1));

        // then
        int weak = new Color(picture.getRGB(100, 100)).getRed();
        int sure = new Color(other.getRGB(100, 100)).getRed();
        assertThat(weak).isPositive().isLessThan(sure / 2);
    }

    @Test
    void shouldLeaveTheRestOfThePictureAlone() {
        // given
        List<Keypoint> keypoints = onlyLimb("r_ankle", "r_knee", 1.0);

        // when
        painter.paint(picture, keypoints);

        // then
        assertThat(picture.getRGB(20, 20)).isEqualTo(Color.BLACK.getRGB());
    }

    @Test
    void shouldRefuseKeypointsOfAnotherSkeleton() {
        // given
        List<Keypoint> nine = List.copyOf(onlyLimb("r_ankle", "r_knee", 1.0).subList(0, 9));

        // when
        assertThatThrownBy(() -> painter.paint(picture, nine))

                // then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("9 keypoints for the 14 parts of skeleton lsp14");
    }

    /** A vertical line through the picture's centre; all other parts are in one place far outside. */
    private static List<Keypoint> onlyLimb(String from, String to, double score) {
        Keypoint[] keypoints = new Keypoint[Skeleton.LSP14.size()];
        Arrays.fill(keypoints, new Keypoint(NOWHERE, NOWHERE, 1));
        keypoints[Skeleton.LSP14.indexOf(from)] = new Keypoint(100, 60, score);
        keypoints[Skeleton.LSP14.indexOf(to)] = new Keypoint(100, 140, score);
        return new ArrayList<>(Arrays.asList(keypoints));
    }
}
