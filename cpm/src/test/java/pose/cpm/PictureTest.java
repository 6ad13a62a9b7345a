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

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void shouldDecodeEveryKindOfPngToBlueGreenRed(int type) throws Exception {
        BufferedImage image = new BufferedImage(5, 3, type);
        image.setRGB(4, 2, Color.WHITE.getRGB());

        Picture picture = Picture.decodeStored(encoded(image, "png"));

        assertThat(picture.width()).isEqualTo(5);
        assertThat(picture.height()).isEqualTo(3);
        assertThat(picture.bgr()).hasSize(45).endsWith(-1, -1, -1).startsWith(0, 0, 0);
    }

    @Test
    void shouldRefusePngsThatBreakOffOrDeclareTooMuchOrAreDamagedInside() throws IOException {
        byte[] whole = encoded(noise(), "png");
        byte[] declared = whole.clone();
        declared[18] = (byte) 0x7F;
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= (byte) 0xFF;

        for (int length : new int[] {whole.length - 9, whole.length / 2, 30, 20, 9}) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Picture.decodeStored(cut)).isInstanceOf(BrokenPictureException.class);
        }
        assertThatThrownBy(() -> Picture.decodeStored(declared)).hasMessageContaining("8192");
        assertThatThrownBy(() -> Picture.decodeStored(damaged)).isInstanceOf(BrokenPictureException.class);
    }

    @Test
    void shouldRefuseWhatIsNeitherJpegNorPng() throws IOException {
        byte[] gif = encoded(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), "gif");

        assertThatThrownBy(() -> Picture.decodeStored(gif)).hasMessageContaining("neither a JPEG nor a PNG");
        assertThatThrownBy(() -> Picture.decodeJpeg(encoded(noise(), "png"))).hasMessageContaining("not a JPEG");
    }

    @Test
    void shouldLeavePixelsAsTheyAreStoredWhateverAnOrientationTagSays() throws Exception {
        byte[] plain = jpeg(new BufferedImage(48, 32, BufferedImage.TYPE_3BYTE_BGR));
        byte[] turned = withOrientation(plain, 6);

        assertThat(Picture.decodeStored(turned).width()).isEqualTo(48);
        // The tag is one that decoders follow: otherwise the line above would prove nothing.
        assertThat(Picture.decodeJpeg(turned).width()).isEqualTo(32);
    }

    /** An Exif segment with an orientation tag alone, behind the start of the image. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] tagged = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, tagged, 0, 2);
        System.arraycopy(exif, 0, tagged, 2, exif.length);
        System.arraycopy(jpeg, 2, tagged, 2 + exif.length, jpeg.length - 2);
        return tagged;
    }

    private static BufferedImage noise() {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, random.nextInt());
        }
        return image;
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
        return encoded(image, "jpg");
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
