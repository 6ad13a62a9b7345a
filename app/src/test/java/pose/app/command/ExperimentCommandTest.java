package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pose experiment} from the command line to its files. */
class ExperimentCommandTest {

    @TempDir
    private Path folder;

    private CommandLineRun run(String... more) {
        String[] args = {
            "experiment",
            "stages",
            "--dataset",
            "synthetic:8",
            "--validation",
            "synthetic:4?seed=7",
            "--stages",
            "1",
            "--input",
            "32",
            "--batch",
            "8",
            "--engine",
            "mxnet",
            "--out",
            folder.resolve("out").toString()
        };
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return CommandLineRun.of(all);
    }

    @Test
    void shouldPrintTheTableAndWriteItWithItsCommandLine() throws Exception {
        CommandLineRun first = run("--epochs", "1", "--batch-norm", "off");
        CommandLineRun resumed = run("--epochs", "1", "--batch-norm", "off", "--resume");

        assertThat(first.exitCode()).isZero();
        assertThat(first.out().lines()).hasSize(3).last().asString().startsWith("| T=1 |");
        assertThat(first.errLines()).anyMatch(line -> line.startsWith("run 1 of 1 · T=1 · seed 1 · PCK@0.2"));
        String text = Files.readString(folder.resolve("out/stages.md"));
        assertThat(text)
                .contains(
                        first.out(),
                        "\npose experiment stages --dataset synthetic:8 --validation 'synthetic:4?seed=7'");
        assertThat(folder.resolve("out/stages.png")).exists();
        assertThat(resumed.out()).isEqualTo(first.out());
        assertThat(resumed.errLines()).anyMatch(line -> line.endsWith("kept from before"));
    }

    @Test
    void shouldTellAMistakeInOneLine() {
        CommandLineRun missing = CommandLineRun.of("experiment", "schemes", "--dataset", "lspet:" + folder);
        CommandLineRun few = run("--pictures", "4");

        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.errLines()).singleElement().asString().contains("joints.mat");
        assertThat(few.exitCode()).isEqualTo(1);
        assertThat(few.errLines()).singleElement().asString().contains("--batch is 8", "4 people");
    }
}
