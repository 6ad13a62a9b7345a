package pose.ingest.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceOptions;
import pose.ingest.servers.FfmpegCommand;
import pose.ingest.source.FrameSources;

/** Every container and codec that cameras and phones record in gives every picture at its time. */
class ContainersTest {

    private static final int PICTURES = 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "mp4,libopenh264",
        "mov,libopenh264",
        "mkv,libopenh264",
        "avi,libopenh264",
        "ts,libopenh264",
        "flv,libopenh264",
        "avi,mjpeg",
        "ts,mpeg2video",
        "mkv,libvpx",
        "webm,libvpx-vp9",
    })
    void shouldGiveEveryPicture(String container, String codec) throws Exception {
        // given
        Path clip = folder.resolve("clip." + container);
        int code = new ProcessBuilder(FfmpegCommand.line(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=160x120:rate=25",
                        "-frames:v",
                        Integer.toString(PICTURES),
                        "-pix_fmt",
                        codec.equals("mjpeg") ? "yuvj420p" : "yuv420p",
                        "-c:v",
                        codec,
                        "-b:v",
                        "300k",
                        "-threads",
                        "1",
                        clip.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(code).isZero();

        // when
        List<CapturedFrame> frames = new ArrayList<>();
        try (FrameSource source = FrameSources.open(clip.toString(), SourceOptions.defaults(), Clock.systemUTC())) {
            assertThat(source.live()).isFalse();
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                frames.add(next.get());
            }
        }

        // then
        assertThat(frames).hasSize(PICTURES);
        assertThat(frames).allMatch(frame -> frame.width() == 160 && frame.height() == 120);
        for (int i = 0; i < PICTURES; i++) {
            assertThat(frames.get(i).ptsUs()).isCloseTo(i * 40_000L, within(1_000L));
        }
    }
}
