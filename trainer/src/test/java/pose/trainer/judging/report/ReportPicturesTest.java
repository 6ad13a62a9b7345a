package pose.trainer.judging.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import pose.cpm.Network;
import pose.cpm.TestTimeEstimator;
import pose.cpm.TestTimeViews;
import pose.cpm.network.Architecture;
import pose.cpm.network.Preset;
import pose.skeleton.Skeleton;
import pose.trainer.judging.FakeData;

class ReportPicturesTest {

    /** Believes nothing at all. */
    private static final class BlankNetwork implements Network {

        private final Architecture architecture = Preset.TINY.architecture(14, 2);

        @Override
        public Architecture architecture() {
            return architecture;
        }

        @Override
        public List<float[]> beliefs(FloatBuffer pictures, int people) {
            int cells = architecture.mapSize() * architecture.mapSize();
            return Collections.nCopies(2, new float[people * architecture.maps() * cells]);
        }

        @Override
        public void close() {}
    }

    private static ReportPictures pictures(double... off) throws Exception {
        FakeData data = FakeData.of(off.length);
        TestTimeEstimator estimator = new TestTimeEstimator(new BlankNetwork(), Skeleton.LSP14, TestTimeViews.SINGLE);
        return ReportPictures.of(data, data.found(new double[][] {off}), estimator);
    }

    private static List<BufferedImage> images(String html) throws Exception {
        List<BufferedImage> images = new ArrayList<>();
        Matcher image = Pattern.compile("base64,([^\"]+)\"").matcher(html);
        while (image.find()) {
            images.add(ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image.group(1)))));
        }
        return images;
    }

    @Test
    void shouldShowTheWorstFirst() throws Exception {
        ReportPictures pictures = pictures(10, 90, 40);

        assertThat(pictures.worst()).hasSize(3);
        assertThat(pictures.worst().get(0)).contains("im1: 0.90 torsos off on average");
        assertThat(pictures.worst().get(2)).contains("im0: 0.10 torsos off on average");
    }

    @Test
    void shouldDrawTruthAndPredictionWhereTheyAre() throws Exception {
        BufferedImage image = images(pictures(30).worst().get(0)).get(0);

        assertThat(image.getWidth()).isEqualTo(216);
        assertThat(count(image, true)).isGreaterThan(20);
        assertThat(count(image, false)).isGreaterThan(20);
    }

    /** Pixels that are clearly green, or clearly magenta. */
    private static int count(BufferedImage image, boolean isGreen) {
        int count = 0;
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            int red = rgb >> 16 & 255;
            int green = rgb >> 8 & 255;
            if (isGreen ? green - red > 80 : red - green > 80) {
                count++;
            }
        }
        return count;
    }

    @Test
    void shouldShowBeliefsOfSomeFromWellToBadlyFound() throws Exception {
        ReportPictures pictures = pictures(10, 20, 30, 40, 50, 60, 70, 80, 90, 95);

        assertThat(pictures.samples()).hasSize(4);
        assertThat(pictures.samples().get(0)).contains("im0: ");
        assertThat(pictures.samples().get(3)).contains("im8: ");
        // The person, then two stages by pose, any part and eight parts.
        assertThat(images(pictures.samples().get(0))).hasSize(1 + 2 * 10);
    }

    @Test
    void shouldShowNothingWhereThereIsNobody() throws Exception {
        assertThat(pictures()).isEqualTo(ReportPictures.NONE);
    }
}
