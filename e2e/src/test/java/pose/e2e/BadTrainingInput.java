package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be trained or judged on is told in one line that names it, with exit code 1. */
class BadTrainingInput {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldNameTheExperimentThatIsMissing() {
        Path none = folder.resolve("none.yaml");

        assertFails(PoseRun.of("train", none.toString()), none + ": no such experiment file");
    }

    @Test
    void shouldNameTheKeyOfAnExperimentThatIsUnknown() throws IOException {
        Path file = Files.writeString(
                folder.resolve("unknown.yaml"),
                "batches: 3\ndata: { training: ['synthetic:10'], validation: 'synthetic:10' }\n");

        assertFails(PoseRun.of("train", file.toString()), file.toString(), "batches");
    }

    @Test
    void shouldNameTheValueOfAnExperimentThatIsOutOfRange() throws IOException {
        Path file = Files.writeString(
                folder.resolve("range.yaml"),
                "batch: 0\ndata: { training: ['synthetic:10'], validation: 'synthetic:10' }\n");

        assertFails(PoseRun.of("train", file.toString()), file.toString(), "batch is 0; allowed: 1 to 1024");
    }

    @Test
    void shouldNameTheExperimentThatIsNoYaml() throws IOException {
        Path file = Files.writeString(folder.resolve("text.yaml"), "batch: [1, 2\nname: {\n");

        assertFails(PoseRun.of("train", file.toString()), file.toString(), "not YAML");
    }

    @Test
    void shouldNameTheFolderThatIsNoDataSet() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("no-data-set"));

        assertFails(PoseRun.of("evaluate", "--dataset", "lspet:" + empty), "--dataset", empty.toString());
    }

    @Test
    void shouldNameFileAndIndexOfALabelThatIsDamaged() throws IOException {
        Path file = Files.writeString(
                folder.resolve("person_keypoints.json"),
                "{\"images\": [], \"annotations\": [{\"id\": 1, \"image_id\": 1, \"keypoints\": [1, 2]}]}");

        assertFails(
                PoseRun.of("evaluate", "--dataset", "coco:" + file),
                "--dataset",
                file.toString(),
                "annotations (index 0)",
                "expected x, y and v of each part");
    }

    @Test
    void shouldNameTheExcludeListThatIsMissing() throws IOException {
        Path list = folder.resolve("none.txt");
        Path file = Files.writeString(
                folder.resolve("exclude.yaml"),
                "data: { training: ['synthetic:10'], validation: 'synthetic:10', exclude: '" + list + "' }\n");

        assertFails(PoseRun.of("train", file.toString()), "exclude list " + list);
    }

    private static void assertFails(PoseRun run, String... named) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString().startsWith("pose ").contains(named);
    }
}
