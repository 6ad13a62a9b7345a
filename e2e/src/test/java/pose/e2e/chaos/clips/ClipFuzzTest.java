package pose.e2e.chaos.clips;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipFuzzTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldTellOfACrashWithSeedAndMutationAndGoOnBehindIt() throws Exception {
        // given
        List<String> dying = List.of("-D" + ClipReader.DYING_AT + "=4");

        // when
        ClipFuzz fuzz = ClipFuzz.run(folder, 10, 7, Duration.ofMinutes(2), dying);

        // then
        assertThat(fuzz.answered()).isEqualTo(9);
        assertThat(fuzz.faults())
                .singleElement()
                .asString()
                .startsWith("mutant 4 (")
                .contains("exit code 134");
        String kept = fuzz.faults().get(0).replaceAll(".*kept as ", "");
        assertThat(Path.of(kept)).exists();
        Files.delete(Path.of(kept));
    }

    @Test
    void shouldSpoilTheSameClipsInTheSameWayAgain() throws Exception {
        // given
        Path clips = Files.createDirectories(folder.resolve("clips"));
        SoundClips.make(clips);

        // when
        ClipMutant once = ClipMutant.write(SoundClips.in(clips), 3, 5, Files.createDirectory(folder.resolve("a")));
        ClipMutant again = ClipMutant.write(SoundClips.in(clips), 3, 5, Files.createDirectory(folder.resolve("b")));

        // then
        assertThat(again.name()).isEqualTo(once.name());
        assertThat(again.file()).hasSameBinaryContentAs(once.file());
    }
}
