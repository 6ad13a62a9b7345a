package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsCheckCommandTest {

    @TempDir
    private Path folder;

    @Test
    void shouldWriteSuspectsAndAnExcludeListFromSomebodysPredictions() throws Exception {
        StringBuilder csv = new StringBuilder("id,part,x,y\n");
        for (int i = 0; i < 4; i++) {
            csv.append("athlete").append(1_000_000 + i).append(",l_knee,-400,-400\n");
        }
        Path predictions = Files.writeString(folder.resolve("p.csv"), csv);

        CommandLineRun run = CommandLineRun.of(
                "labels",
                "check",
                "synthetic:4",
                "--out",
                folder.resolve("out").toString(),
                "--predictions",
                predictions.toString(),
                "--share",
                "0.05");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("people 4, labels 56", "disagreement", "excluded: 2 labels of 2 people");
        List<String> suspects = Files.readAllLines(folder.resolve("out/suspects.csv"));
        assertThat(suspects).hasSizeGreaterThanOrEqualTo(5);
        assertThat(suspects.get(0)).isEqualTo("id,part,reason,score,rank");
        assertThat(suspects.get(1)).matches("athlete100000[0-3],l_knee,disagreement,\\d+\\.\\d+,1");
        List<String> excluded = Files.readAllLines(folder.resolve("out/exclude.txt"));
        assertThat(excluded).hasSize(3);
        assertThat(excluded.get(1)).matches("athlete100000[0-3],l_knee");
        assertThat(folder.resolve("out/sheet-1.png")).exists();
    }

    @Test
    void shouldSayWhatIsWrongWithWhatItWasGiven() throws Exception {
        Path strangers = Files.writeString(folder.resolve("p.csv"), "id,part,x,y\nsomebody,neck,1,2\n");

        refuses(2, "a command is missing; there are: check, export, import", "labels");
        refuses(2, "DATASET: data set 'nowhere' has no kind", "nowhere");
        refuses(1, "joints.mat", "lspet:" + folder);
        refuses(2, "--share is 1.5; allowed: 0 to 1", "synthetic:2", "--share", "1.5");
        refuses(2, "--least-score is 0.5; allowed: 1 or more", "synthetic:2", "--least-score", "0.5");
        refuses(2, "--folds is 1", "synthetic:2", "--folds", "1");
        refuses(2, "exclude each other", "synthetic:2", "--folds", "2", "--predictions", "p.csv");
        refuses(1, "--predictions: nothing.csv does not exist", "synthetic:2", "--predictions", "nothing.csv");
        refuses(1, "predictions of nobody", "synthetic:2", "--predictions", strangers.toString());
        refuses(1, "nothing.yaml: no such experiment file", "synthetic:2", "--experiment", "nothing.yaml");
        refuses(1, "--weights 'no/such'", "synthetic:2", "--weights", "no/such");
        refuses(1, "--out '" + strangers + "'", "synthetic:2", "--folds", "0", "--out", strangers.toString());
    }

    private void refuses(int exitCode, String message, String... args) {
        List<String> line = new java.util.ArrayList<>(List.of("labels"));
        if (!args[0].equals("labels")) {
            line.add("check");
            line.addAll(List.of(args));
            if (!line.contains("--out")) {
                line.addAll(List.of("--out", folder.resolve("out").toString()));
            }
        }
        CommandLineRun run = CommandLineRun.of(line.toArray(new String[0]));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
    }
}
