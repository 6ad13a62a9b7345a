package pose.ingest.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.recording.VideoWriter;
import pose.ingest.source.FrameSources;

class FfmpegSourceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678901Z"), ZoneOffset.UTC);
    private static final long EPOCH_US = 1_767_323_045_678_901L;

    @TempDir
    Path folder;

    @Test
    void shouldGiveEveryFrameOfAClipAtItsTime() throws Exception {
        // given
        Path clip = Clips.clip(folder, 37, 25);

        // when
        List<CapturedFrame> frames = read(clip.toString(), SourceOptions.defaults());

        // then
        assertThat(frames).hasSize(37);
        assertThat(frames)
                .extracting(CapturedFrame::ptsUs)
                .startsWith(0L, 40_000L, 80_000L)
                .endsWith(1_440_000L);
        assertThat(frames).allSatisfy(f -> assertThat(f.captureTimeUs()).isEqualTo(EPOCH_US + f.ptsUs()));
    }

    @Test
    void shouldLetAnInterruptedThreadGoWhileItOpens() throws Exception {
        // given
        Path clip = Clips.clip(folder, 5, 25);

        // when
        Thread.currentThread().interrupt();

        // then
        assertThatThrownBy(() -> read(clip.toString(), SourceOptions.defaults()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void shouldGiveJpegsOfTheDeclaredSize() throws Exception {
        // given
        Path clip = Clips.clip(folder, 2, 25);

        // when
        CapturedFrame frame = read(clip.toString(), SourceOptions.defaults()).get(1);

        // then
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(frame.jpeg()));
        assertThat(image.getWidth()).isEqualTo(frame.width()).isEqualTo(Clips.WIDTH);
        assertThat(image.getHeight()).isEqualTo(frame.height()).isEqualTo(Clips.HEIGHT);
    }

    @Test
    void shouldKeepColours() throws Exception {
        // given
        int[] colour = {40, 160, 220};
        Path clip = folder.resolve("plain.mp4");
        try (VideoWriter writer = new VideoWriter(clip, 64, 64, 25)) {
            byte[] bgr = new byte[64 * 64 * 3];
            for (int i = 0; i < bgr.length; i++) {
                bgr[i] = (byte) colour[2 - i % 3];
            }
            writer.write(bgr, 0);
        }

        // when
        CapturedFrame frame = read(clip.toString(), SourceOptions.defaults()).get(0);

        // then
        int rgb = ImageIO.read(new ByteArrayInputStream(frame.jpeg())).getRGB(32, 32);
        assertThat(rgb >> 16 & 0xff).isCloseTo(colour[0], within(6));
        assertThat(rgb >> 8 & 0xff).isCloseTo(colour[1], within(6));
        assertThat(rgb & 0xff).isCloseTo(colour[2], within(6));
    }

    @Test
    void shouldScaleToAWidthWithAnEvenHeight() throws Exception {
        // given
        Path clip = Clips.clip(folder, 2, 25);

        // when
        CapturedFrame frame =
                read(clip.toString(), SourceOptions.defaults().withWidth(50)).get(0);

        // then
        assertThat(frame.width()).isEqualTo(50);
        assertThat(frame.height()).isEqualTo(34);
        assertThat(ImageIO.read(new ByteArrayInputStream(frame.jpeg())).getHeight())
                .isEqualTo(34);
    }

    @Test
    void shouldMakeLargerJpegsAtHigherQuality() throws Exception {
        // given
        Path clip = Clips.clip(folder, 1, 25);

        // when
        List<Integer> sizes = new ArrayList<>();
        for (int quality : new int[] {1, 50, 85, 100}) {
            sizes.add(read(clip.toString(), SourceOptions.defaults().withQuality(quality))
                    .get(0)
                    .jpeg()
                    .length);
        }

        // then
        assertThat(sizes).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shouldLeaveOutFramesForALowerRate() throws Exception {
        // given
        Path clip = Clips.clip(folder, 50, 25);

        // when
        List<CapturedFrame> frames =
                read(clip.toString(), SourceOptions.defaults().withFps(10));

        // then
        assertThat(frames).hasSize(20);
        assertThat(frames).extracting(CapturedFrame::ptsUs).startsWith(0L, 100_000L, 200_000L);
    }

    @Test
    void shouldTellTheFormatBeforeTheFirstFrame() throws Exception {
        // given
        Path clip = Clips.clip(folder, 12, 25);

        // when
        try (FrameSource source = FrameSources.open(clip.toString(), SourceOptions.defaults(), CLOCK)) {
            // then
            assertThat(source.format().fps()).hasValue(25);
            assertThat(source.format().frames()).hasValue(12);
            assertThat(source.format().width()).isEqualTo(Clips.WIDTH);
            assertThat(source.format().height()).isEqualTo(Clips.HEIGHT);
            assertThat(source.epochUs()).isEqualTo(EPOCH_US);
        }
    }

    @Test
    void shouldOpenFilesWhoseNamesLookLikeAddresses() throws Exception {
        // given
        Path clip = Clips.clip(folder.resolve("http:größe %d ?a=b.mp4"), 3, 25, 64, 64);

        // when
        List<CapturedFrame> frames = read("file:" + clip, SourceOptions.defaults());

        // then
        assertThat(frames).hasSize(3);
    }

    private static List<CapturedFrame> read(String url, SourceOptions options) throws SourceException {
        List<CapturedFrame> frames = new ArrayList<>();
        try (FrameSource source = FrameSources.open(url, options, CLOCK)) {
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                frames.add(next.get());
            }
        }
        return frames;
    }
}
