package pose.ingest.source.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FfmpegTest {

    @BeforeAll
    static void load() {
        Ffmpeg.load();
    }

    @Test
    void shouldBoundWhatIsAllocatedAtATime() {
        Pointer some = av_malloc(1 << 20);
        Pointer tooMuch = av_malloc(Ffmpeg.LARGEST_ALLOCATION + 1);

        assertThat(some).isNotNull();
        av_free(some);
        assertThat(tooMuch).isNull();
    }

    @Test
    void shouldTellAnErrorInWords() {
        assertThat(Ffmpeg.describe(AVERROR_EOF())).isEqualTo("End of file");
    }
}
