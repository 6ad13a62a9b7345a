package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchEngineCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldPrintATableAndWriteTheSameFiguresAsJson() throws Exception {
        // given
        Path json = folder.resolve("engines.json");

        // when
        CommandLineRun run = CommandLineRun.of(
                "bench",
                "engine",
                "--preset",
                "tiny",
                "--engine",
                "onnxruntime",
                "--batch",
                "1,2",
                "--seconds",
                "1",
                "--json",
                json.toString());

        // then
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(4);
        assertThat(run.out()).startsWith("sgemm of 2048×2048 on ").contains("tiny, random weights  onnxruntime");
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.path("networks")).hasSize(2);
        assertThat(figures.path("networks").path(1).path("batch").asInt()).isEqualTo(2);
        assertThat(figures.path("sgemm_gflop_per_second").asDouble()).isPositive();
    }

    @Test
    void shouldTellBeforeItMeasuresThatTheFileCannotBeWritten() {
        // when
        CommandLineRun run = CommandLineRun.of(
                "bench", "engine", "--json", folder.resolve("none/engines.json").toString());

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().startsWith("pose bench engine: --json '");
    }

    @Test
    void shouldRefuseAPresetThatThereIsNotAndABatchOutOfBounds() {
        // when
        CommandLineRun preset = CommandLineRun.of("bench", "engine", "--preset", "huge");
        CommandLineRun batch = CommandLineRun.of("bench", "engine", "--batch", "0");

        // then
        assertThat(preset.errLines()).singleElement().asString().contains("'huge'", "tiny");
        assertThat(batch.errLines()).singleElement().asString().contains("'0'", "1 to 1024");
    }
}
