package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTracksCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldPrintATableAndWriteTheSameFiguresAsJson() throws Exception {
        // given
        Path json = folder.resolve("tracks.json");

        // when
        CommandLineRun run =
                CommandLineRun.of("bench", "tracks", "--people", "2,3", "--frames", "20", "--json", json.toString());

        // then
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(4);
        assertThat(run.out()).contains("the later half of 20 frames", "µs a frame", "KiB for 100 cameras");
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.path("crowds"))
                .extracting(crowd -> crowd.path("people").asInt())
                .containsExactly(2, 3);
        assertThat(figures.at("/crowds/1/median_us").asDouble()).isPositive();
    }
}
