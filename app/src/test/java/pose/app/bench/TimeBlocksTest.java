package pose.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeBlocksTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_767_323_045_678_901L, Long.MIN_VALUE, 0x5555_5555_5555_5555L})
    void shouldBeReadFromACodedPicture(long number) throws Exception {
        // given
        BufferedImage picture = coded(drawn(number));

        // when / then
        assertThat(TimeBlocks.read(picture)).hasValue(number);
    }

    @Test
    void shouldNotBeReadWhereABlockIsWrong() {
        // given
        BufferedImage picture = drawn(1_767_323_045_678_901L);
        boolean white = (picture.getRGB(20, 20) & 0xFF) > 128;
        for (int y = 0; y < 45; y++) {
            for (int x = 0; x < 40; x++) {
                picture.setRGB(x, y, white ? 0 : 0xFFFFFF);
            }
        }

        // when / then
        assertThat(TimeBlocks.read(picture)).isEmpty();
    }

    @Test
    void shouldNotBeReadFromAPictureOfAnotherSize() {
        assertThat(TimeBlocks.read(new BufferedImage(320, 180, BufferedImage.TYPE_BYTE_GRAY)))
                .isEmpty();
    }

    private static BufferedImage drawn(long number) {
        byte[] grey = new byte[TimeBlocks.WIDTH * TimeBlocks.HEIGHT];
        TimeBlocks.draw(number, grey);
        BufferedImage picture = new BufferedImage(TimeBlocks.WIDTH, TimeBlocks.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, TimeBlocks.WIDTH, TimeBlocks.HEIGHT, grey);
        return picture;
    }

    private static BufferedImage coded(BufferedImage picture) throws Exception {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", jpeg);
        return ImageIO.read(new ByteArrayInputStream(jpeg.toByteArray()));
    }
}
