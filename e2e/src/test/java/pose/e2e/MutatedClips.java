package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.e2e.chaos.ChaosSettings;
import pose.e2e.chaos.clips.ClipFuzz;

/**
 * Whatever is in a video file, reading it ends: with its frames, or with one clear line behind those that could be had; never in a
 * crash, a hang or all the memory. System property {@code pose.chaos.clips} says how many files.
 */
@Tag("chaos")
class MutatedClips {

    private static final int SHORT_FORM = 300;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long MOST_MEMORY = 1024L << 20;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldEachEndInFramesOrOneClearLine() throws Exception {
        // given
        int count = Integer.getInteger("pose.chaos.clips", SHORT_FORM);
        long seed = ChaosSettings.given().seed();

        // when
        ClipFuzz fuzz = ClipFuzz.run(folder, count, seed, LONGEST);

        // then
        System.out.println("MutatedClips: " + fuzz);
        assertThat(fuzz.faults()).as(fuzz.toString()).isEmpty();
        assertThat(fuzz.answered()).isEqualTo(count);
        assertThat(fuzz.peakMemory()).isLessThan(MOST_MEMORY);
    }
}
