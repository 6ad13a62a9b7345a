package pose.ingest.source.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargestJpegTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 85, 100})
    void shouldExceedWhatHardPicturesTake(int quality) throws Exception {
        // given
        PictureSize size = PictureSize.declared("test", 160, 120);
        Random chance = new Random(3);

        // when
        int largest = LargestJpeg.bytes(size, quality);

        // then
        assertThat(largest).isGreaterThan(encoded(size, quality, (x, y) -> chance.nextInt(256)));
        assertThat(largest).isGreaterThan(encoded(size, quality, (x, y) -> (x + y) % 2 * 255));
        assertThat(largest).isGreaterThan(encoded(size, quality, (x, y) -> (x * x + y * y) % 256));
    }

    private static int encoded(PictureSize size, int quality, IntBinaryOperator luma) throws Exception {
        try (JpegEncoder encoder = new JpegEncoder(size, quality)) {
            AVFrame canvas = encoder.canvas();
            for (int plane = 0; plane < 3; plane++) {
                int shift = plane == 0 ? 0 : 1;
                for (int y = 0; y < size.height() >> shift; y++) {
                    byte[] row = new byte[size.width() >> shift];
                    for (int x = 0; x < row.length; x++) {
                        row[x] = (byte) luma.applyAsInt(x, y);
                    }
                    canvas.data(plane)
                            .position((long) y * canvas.linesize(plane))
                            .put(row);
                }
            }
            return encoder.encode().length;
        }
    }
}
