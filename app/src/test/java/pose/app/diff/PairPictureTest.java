package pose.app.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;

class PairPictureTest {

    private final PairPicture painter = new PairPicture(Skeleton.LSP14, List.of("a/1", "a/2"));

    @Test
    void shouldDrawEachVersionInItsColourWhereItSawThePerson() {
        // given a black picture of 960 × 480, with one to the left and one to the right of the same person
        BufferedImage black = new BufferedImage(960, 480, BufferedImage.TYPE_3BYTE_BGR);
        TwoLooks looks = new TwoLooks("yard/1/2", standing(400), standing(560));

        // when
        BufferedImage drawn = painter.draw(black, looks);

        // then
        assertThat(xOf(drawn, PairPicture.FIRST)).isLessThan(drawn.getWidth() / 2.0);
        assertThat(xOf(drawn, PairPicture.SECOND)).isGreaterThan(drawn.getWidth() / 2.0);
    }

    @Test
    void shouldShowASmallPersonLargeAndLeaveRoomForTheLegend() {
        // given somebody 60 pixels high in a picture of 2000
        BufferedImage black = new BufferedImage(2000, 2000, BufferedImage.TYPE_3BYTE_BGR);
        TwoLooks looks = new TwoLooks("yard/1/2", small(1000), small(1010));

        // when
        BufferedImage drawn = painter.draw(black, looks);

        // then
        assertThat(drawn.getWidth()).isBetween(480, 500);
        assertThat(bottomOf(drawn, Color.WHITE)).as("words").isGreaterThan(drawn.getHeight() - 30);
    }

    @Test
    void shouldShowAllOfThePictureWhereBothAreOutsideIt() {
        BufferedImage black = new BufferedImage(600, 400, BufferedImage.TYPE_3BYTE_BGR);

        BufferedImage drawn = painter.draw(black, new TwoLooks("x", standing(-5000), standing(-5000)));

        assertThat(drawn.getWidth()).isEqualTo(600);
    }

    private static Pose standing(double x) {
        return person(x, 25);
    }

    private static Pose small(double x) {
        return person(x, 4);
    }

    private static Pose person(double x, double step) {
        List<Keypoint> keypoints = new ArrayList<>();
        for (int p = 0; p < Skeleton.LSP14.size(); p++) {
            keypoints.add(new Keypoint(x, 20 + step * p, 1));
        }
        return new Pose(new Box(0, 0, 1, 1), 1, keypoints);
    }

    /** The mean over what is painted in about this colour above the legend. */
    private static double xOf(BufferedImage image, Color colour) {
        List<Integer> xs = new ArrayList<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight() - 80; y++) {
                if (image.getRGB(x, y) == colour.getRGB()) {
                    xs.add(x);
                }
            }
        }
        return xs.stream().mapToInt(x -> x).average().orElseThrow();
    }

    private static int bottomOf(BufferedImage image, Color colour) {
        for (int y = image.getHeight() - 1; y >= 0; y--) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == colour.getRGB()) {
                    return y;
                }
            }
        }
        return -1;
    }
}
