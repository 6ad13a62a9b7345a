package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How bright a picture is where. */
class LumaTest {

    private static DecodedPicture halves(int width, int height, Color left, Color right)
            throws IOException, BrokenPictureException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(left);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(right);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return DecodedPicture.decodeJpeg(out.toByteArray());
    }

    @Test
    void shouldAverageOverTheCellsOfAGridInRowsFromTheTop() throws Exception {
        try (DecodedPicture picture = halves(640, 360, Color.BLACK, Color.WHITE)) {

            byte[] luma = picture.luma(32, 18);

            assertThat(luma).hasSize(32 * 18);
            for (int y = 0; y < 18; y++) {
                assertThat(luma[32 * y + 3] & 0xFF).isLessThan(5);
                assertThat(luma[32 * y + 28] & 0xFF).isGreaterThan(250);
            }
        }
    }

    @Test
    void shouldWeighColoursAsEyesDo() throws Exception {
        try (DecodedPicture picture = halves(64, 36, Color.GREEN, Color.BLUE)) {

            byte[] luma = picture.luma(4, 2);

            assertThat(luma[0] & 0xFF).isBetween(144, 156);
            assertThat(luma[3] & 0xFF).isBetween(24, 36);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8192, 1", "1, 8192", "33, 17"})
    void shouldGiveAsManyCellsWhateverThePicturesSize(int width, int height) throws Exception {
        try (DecodedPicture picture = halves(width, height, Color.WHITE, Color.WHITE)) {

            byte[] luma = picture.luma(32, 18);

            assertThat(luma).hasSize(32 * 18).containsOnly((byte) 255);
        }
    }
}
