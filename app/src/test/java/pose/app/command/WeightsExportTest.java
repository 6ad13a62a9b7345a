package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsExportTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldWriteTheBundledVersionTheSameEachTime() throws Exception {
        Path first = folder.resolve("first.onnx");
        Path second = folder.resolve("second.onnx");

        CommandLineRun run = CommandLineRun.of("weights", "export", "--onnx", first.toString());
        CommandLineRun.of("weights", "export", "--onnx", second.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("lite/", first.toString());
        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(Files.size(first)).isGreaterThan(1 << 20);
    }
}
