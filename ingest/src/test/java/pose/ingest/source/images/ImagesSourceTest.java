package pose.ingest.source.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
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
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;

class ImagesSourceTest {

    @TempDir
    Path folder;

    @Test
    void shouldGiveThePicturesInTheOrderOfTheirNumbers() throws Exception {
        // given
        picture("f10.png", 64, 48, 200);
        picture("f2.jpg", 64, 48, 100);
        picture("f1.JPEG", 64, 48, 0);
        Files.writeString(folder.resolve("notes.txt"), "not a picture");
        picture(".hidden.png", 64, 48, 50);

        // when
        List<CapturedFrame> frames = read(folder.toString(), SourceOptions.defaults());

        // then
        assertThat(frames).extracting(CapturedFrame::ptsUs).containsExactly(0L, 40_000L, 80_000L);
        assertThat(frames).allMatch(frame -> frame.width() == 64 && frame.height() == 48);
        assertThat(frames.stream().map(ImagesSourceTest::grey))
                .satisfiesExactly(
                        grey -> assertThat(grey).isBetween(0, 5),
                        grey -> assertThat(grey).isBetween(95, 105),
                        grey -> assertThat(grey).isBetween(195, 205));
    }

    @Test
    void shouldKeepToTheAskedRate() throws Exception {
        // given
        picture("a.png", 64, 48, 0);
        picture("b.png", 64, 48, 0);

        // when
        List<CapturedFrame> frames = read("images:" + folder + "?fps=2.5", SourceOptions.defaults());

        // then
        assertThat(frames).extracting(CapturedFrame::ptsUs).containsExactly(0L, 400_000L);
        assertThat(frames.get(1).captureTimeUs() - frames.get(0).captureTimeUs())
                .isEqualTo(400_000);
    }

    @Test
    void shouldTakePicturesOfSeveralSizes() throws Exception {
        // given
        picture("a.png", 64, 48, 0);
        picture("b.jpg", 33, 77, 0);

        // when
        List<CapturedFrame> frames = read(folder.toString(), SourceOptions.defaults());

        // then
        assertThat(frames)
                .extracting(frame -> frame.width() + "×" + frame.height())
                .containsExactly("64×48", "33×77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.png", "b.jpg"})
    void shouldNameABrokenPictureAfterThoseBeforeIt(String name) throws Exception {
        // given
        picture("a.png", 64, 48, 0);
        Path whole = picture(name, 64, 48, 123);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length - bytes.length / 3));
        picture("c.png", 64, 48, 0);

        // when / then
        try (FrameSource source = FrameSources.open(folder.toString(), SourceOptions.defaults(), Clock.systemUTC())) {
            assertThat(source.next()).isPresent();
            assertThatThrownBy(source::next)
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith(folder.resolve(name) + " is a broken picture: ");
        }
    }

    @Test
    void shouldRefuseAFolderWithoutPictures() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "not a picture");

        assertThatThrownBy(() -> read(folder.toString(), SourceOptions.defaults()))
                .isInstanceOf(SourceException.class)
                .hasMessage("there is no picture in folder " + folder + "; allowed: jpg, jpeg and png files");
    }

    @Test
    void shouldRefuseTextNamedAsAPicture() throws Exception {
        Path text = Files.writeString(folder.resolve("a.png"), "Squats, three sets of ten.");

        assertThatThrownBy(() -> read(folder.toString(), SourceOptions.defaults()))
                .hasMessage(text + " is no picture that can be read; allowed: JPEG and PNG");
    }

    @ParameterizedTest
    @CsvSource({
        "images:/no/such,no such folder: /no/such",
        "images:/no/such?fps=0,images: unknown option 'fps=0'; allowed: fps=0.01 to fps=240",
        "images:/no/such?speed=3,images: unknown option 'speed=3'; allowed: fps=0.01 to fps=240",
    })
    void shouldSayWhatIsWrongWithTheUrl(String url, String message) {
        assertThatThrownBy(() -> read(url, SourceOptions.defaults()))
                .isInstanceOf(SourceException.class)
                .hasMessage(message);
    }

    private Path picture(String name, int width, int height, int grey) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, grey << 16 | grey << 8 | grey);
        }
        Path file = folder.resolve(name);
        assertThat(ImageIO.write(image, name.endsWith("png") ? "png" : "jpeg", file.toFile()))
                .isTrue();
        return file;
    }

    private static int grey(CapturedFrame frame) {
        try {
            return ImageIO.read(new ByteArrayInputStream(frame.jpeg())).getRGB(20, 20) & 0xff;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<CapturedFrame> read(String url, SourceOptions options) throws SourceException {
        List<CapturedFrame> frames = new ArrayList<>();
        try (FrameSource source = FrameSources.open(url, options, Clock.systemUTC())) {
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                frames.add(next.get());
            }
        }
        return frames;
    }
}
