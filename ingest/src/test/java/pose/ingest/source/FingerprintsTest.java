package pose.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.ingest.Fingerprint;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;

class FingerprintsTest {

    private static final SourceOptions OPTIONS = SourceOptions.defaults();

    @TempDir
    Path folder;

    @Test
    void shouldBeTheSameForACopyUnderAnotherName() throws Exception {
        // given
        Path clip = noise("clip.mp4", 2_000_000);
        Path copy = Files.copy(clip, folder.resolve("copy.mp4"));

        // when
        Fingerprint one = of(clip, OPTIONS);
        Fingerprint other = of(copy, OPTIONS);

        // then
        assertThat(one.sameAs(other)).isTrue();
        assertThat(one.description()).isEqualTo("clip.mp4 of 2000000 bytes, fps own, width own, quality 85");
    }

    @Test
    void shouldDifferWhereBeginningMiddleEndOrLengthDo() throws Exception {
        // given
        Path clip = noise("clip.mp4", 2_000_000);
        Fingerprint own = of(clip, OPTIONS);

        for (int at : new int[] {0, 1_000_000, 1_999_999}) {
            // when
            byte[] bytes = Files.readAllBytes(clip);
            bytes[at] ^= 1;
            Path changed = Files.write(folder.resolve("changed.mp4"), bytes);

            // then
            assertThat(of(changed, OPTIONS).sameAs(own)).as("byte " + at).isFalse();
        }
        assertThat(of(noise("clip.mp4", 2_000_001), OPTIONS).sameAs(own)).isFalse();
    }

    @Test
    void shouldDifferWhereItIsReadInAnotherWay() throws Exception {
        // given
        Path clip = noise("clip.mp4", 1000);

        // when
        Fingerprint own = of(clip, OPTIONS);

        // then
        assertThat(of(clip, OPTIONS.withFps(10)).sameAs(own)).isFalse();
        assertThat(of(clip, OPTIONS.withWidth(320)).sameAs(own)).isFalse();
        assertThat(of(clip, OPTIONS.withQuality(80)).sameAs(own)).isFalse();
    }

    @Test
    void shouldNotBeThereForWhatIsLive() throws Exception {
        Path clip = noise("clip.mp4", 1000);

        assertThat(FrameSources.fingerprint(clip.toString(), OPTIONS.inRealtime()))
                .isEmpty();
        assertThat(FrameSources.fingerprint("rtsp://192.0.2.1/live", OPTIONS)).isEmpty();
    }

    @Test
    void shouldSurviveItsHeader() throws Exception {
        Fingerprint own = of(noise("clip – final.mp4", 1000), OPTIONS);

        assertThat(Fingerprint.parse(own.toBytes())).isEqualTo(own);
    }

    private Path noise(String name, int length) throws Exception {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    private static Fingerprint of(Path file, SourceOptions options) throws SourceException {
        return FrameSources.fingerprint(file.toString(), options).orElseThrow();
    }
}
