package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MineCommandTest {

    @TempDir
    private Path folder;

    @Test
    void shouldSayWhatIsWrongBeforeItLooksForABroker() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));

        refuses(2, "Missing required option: '--out=DIR'");
        refuses(1, "--out '" + there + "' is there already; --add puts further", "--out", "" + there);
        refuses(1, "mined.csv does not exist", "--out", "" + there, "--add");
        refuses(1, "there is no folder", "--out", "" + there.resolve("a/b"));
        refuses(2, "--most", "--out", "x", "--most", "0");
        refuses(2, "--apart is -1.0; allowed: 0 to 86400 seconds", "--out", "x", "--apart", "-1");
        refuses(2, "--max-score is 1.5; allowed: 0 to 1", "--out", "x", "--max-score", "1.5");
        refuses(2, "--min-disagreement is -0.5; allowed: 0 or more", "--out", "x", "--min-disagreement", "-0.5");
        refuses(2, "labelled from 0.6 and seen from 0.5", "--out", "x", "--label-score", "0.6");
        refuses(2, "'yolo' is not allowed; allowed: coco, cvat", "--out", "x", "--format", "csv,yolo");
        refuses(2, "--format writes what is new only", "--out", "x", "--add", "--format", "coco");
        refuses(2, "--cameras 'a b' is no camera's id", "--out", "x", "--cameras", "a b");
        assertThat(folder.toFile().list()).containsExactly("there");
    }

    private void refuses(int exitCode, String message, String... args) {
        List<String> line = new ArrayList<>(List.of("mine", "--bootstrap", "localhost:1", "--wait", "1"));
        line.addAll(List.of(args));
        CommandLineRun run = CommandLineRun.of(line.toArray(new String[0]));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
    }
}
