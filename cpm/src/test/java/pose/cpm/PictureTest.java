package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    @Test
    void shouldDecodeBlueGreenRedRowsFromTheTop() throws Exception {
        BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 48; x++) {
                image.setRGB(x, y, (y < 16 ? Color.BLUE : Color.RED).getRGB());
            }
        }

        Picture picture = Picture.decodeJpeg(jpeg(image));

        assertThat(picture.width()).isEqualTo(48);
        assertThat(picture.height()).isEqualTo(32);
        assertThat(picture.bgr()[0] & 0xFF).isGreaterThan(230);
        assertThat(picture.bgr()[picture.bgr().length - 1] & 0xFF).isGreaterThan(230);
    }

    @Test
    void shouldRefuseATruncatedJpegRatherThanFillItWithGrey() throws IOException {
        byte[] whole = jpeg(new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR));

        for (int length : new int[] {whole.length / 2, whole.length - 2, 700, 100, 3, 0}) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Picture.decodeJpeg(cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(BrokenPictureException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,10", "10,0", "20000,20000", "8193,1"})
    void shouldRefuseADeclaredSizeBeforeDecoding(int width, int height) throws IOException {
        byte[] bytes = jpeg(new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR));
        declare(bytes, width, height);

        assertThatThrownBy(() -> Picture.decodeJpeg(bytes))
                .isInstanceOf(BrokenPictureException.class)
                .hasMessageContaining(width + "×" + height)
                .hasMessageContaining("8192");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "\u0000\u0000\u0000\u0000\u0000\u0000"})
    void shouldSayThatOtherBytesAreNoJpeg(String text) {
        assertThatThrownBy(() -> Picture.decodeJpeg(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(BrokenPictureException.class)
                .hasMessageContaining("not a JPEG");
    }

    private static void declare(byte[] jpeg, int width, int height) {
        for (int i = 0; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                jpeg[i + 5] = (byte) (height >> 8);
                jpeg[i + 6] = (byte) height;
                jpeg[i + 7] = (byte) (width >> 8);
                jpeg[i + 8] = (byte) width;
                return;
            }
        }
        throw new IllegalStateException("no baseline frame header");
    }

    static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }
}
