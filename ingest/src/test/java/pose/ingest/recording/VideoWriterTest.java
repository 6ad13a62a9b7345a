package pose.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;

class VideoWriterTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {24, 25, 29.97, 30, 60, 12.5})
    void shouldKeepCountAndTimes(double fps) throws Exception {
        // given
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            times.add(Math.round(i * 1e6 / fps));
        }

        // when
        Path file = written(64, 48, fps, times, VideoEncoder.PREFERRED);

        // then
        assertThat(read(file)).extracting(CapturedFrame::ptsUs).satisfies(read -> assertClose(read, times));
    }

    @Test
    void shouldKeepUnevenTimes() throws Exception {
        // given
        List<Long> times = List.of(0L, 10_000L, 90_000L, 91_000L, 500_000L);

        // when
        Path file = written(64, 48, 30, times, VideoEncoder.PREFERRED);

        // then
        assertThat(read(file)).extracting(CapturedFrame::ptsUs).satisfies(read -> assertClose(read, times));
    }

    @Test
    void shouldWriteTheSameThroughTheFallback() throws Exception {
        // given
        List<Long> times = List.of(0L, 33_367L, 66_733L, 100_100L);

        // when
        Path file = written(64, 48, 29.97, times, List.of("no such encoder", "mpeg4"));

        // then
        assertThat(read(file)).extracting(CapturedFrame::ptsUs).satisfies(read -> assertClose(read, times));
    }

    @ParameterizedTest
    @CsvSource({"65, 49, 66, 50", "64, 49, 64, 50", "65, 48, 66, 48"})
    void shouldMakeAnOddSizeEven(int width, int height, int evenWidth, int evenHeight) throws Exception {
        // when
        Path file = written(width, height, 25, List.of(0L, 40_000L), VideoEncoder.PREFERRED);

        // then
        CapturedFrame frame = read(file).get(0);
        assertThat(frame.width()).isEqualTo(evenWidth);
        assertThat(frame.height()).isEqualTo(evenHeight);
    }

    @Test
    void shouldShowWhatWasDrawn() throws Exception {
        // given
        Path file = folder.resolve("drawn.mp4");
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, 32, 64);
        graphics.dispose();

        // when
        try (VideoWriter writer = new VideoWriter(file, 64, 64, 25)) {
            writer.write(image, 0);
        }

        // then
        BufferedImage read =
                ImageIO.read(new ByteArrayInputStream(read(file).get(0).jpeg()));
        assertThat(new Color(read.getRGB(16, 32)).getRed()).isGreaterThan(230);
        assertThat(new Color(read.getRGB(16, 32)).getBlue()).isLessThan(30);
        assertThat(new Color(read.getRGB(48, 32)).getRed()).isLessThan(25);
    }

    @Test
    void shouldPutTheIndexInFront() throws Exception {
        // when
        Path file = written(64, 48, 25, List.of(0L, 40_000L), VideoEncoder.PREFERRED);

        // then
        String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isPositive().isLessThan(bytes.indexOf("mdat"));
    }

    @Test
    void shouldNameAFileThatCannotBeWritten() {
        Path file = folder.resolve("none").resolve("out.mp4");

        assertThatThrownBy(() -> new VideoWriter(file, 64, 48, 25))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " cannot be written: ");
    }

    @Test
    void shouldRefuseAPictureOfAnotherSize() throws Exception {
        try (VideoWriter writer = new VideoWriter(folder.resolve("a.mp4"), 64, 48, 25)) {
            assertThatThrownBy(() -> writer.write(new byte[5], 0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.write(new BufferedImage(48, 64, BufferedImage.TYPE_3BYTE_BGR), 0))
                    .hasMessage("a picture of 48×64 pixels for a video of 64×48");
            writer.write(new byte[64 * 48 * 3], 0);
        }
    }

    private Path written(int width, int height, double fps, List<Long> times, List<String> encoders)
            throws IOException {
        Path file = folder.resolve("written.mp4");
        try (VideoWriter writer = new VideoWriter(file, width, height, fps, encoders)) {
            byte[] bgr = new byte[width * height * 3];
            for (int i = 0; i < times.size(); i++) {
                java.util.Arrays.fill(bgr, (byte) (i * 5));
                writer.write(bgr, times.get(i));
            }
        }
        return file;
    }

    private static void assertClose(List<? extends Long> read, List<Long> written) {
        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            // A tick of the coarser of the two clocks is 17 µs.
            assertThat(Math.abs(read.get(i) - written.get(i))).isLessThanOrEqualTo(10);
        }
    }

    private static List<CapturedFrame> read(Path file) throws Exception {
        List<CapturedFrame> frames = new ArrayList<>();
        try (FrameSource source = FrameSources.open(file.toString(), SourceOptions.defaults(), Clock.systemUTC())) {
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                frames.add(next.get());
            }
        }
        return frames;
    }
}
