package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.skeleton.Skeleton;

/** {@code pose labels export} and {@code import}. */
class LabelsInterchangeTest {

    private static final List<String> NAMES = List.of("a & b.jpg", "grün 日本.jpg", "unter/🏃 c.jpg");

    @TempDir
    private Path folder;

    private Path labels = Path.of("");

    @BeforeEach
    void writeADataSet() throws IOException {
        StringBuilder csv = new StringBuilder("id,part,x,y,labelled,occluded,picture\n");
        for (String name : NAMES) {
            Path picture = folder.resolve("pictures").resolve(name);
            Files.createDirectories(picture.resolveSibling("."));
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR), "jpg", picture.toFile());
            for (int person = 0; person < 2; person++) {
                for (int p = 0; p < Skeleton.LSP14.size(); p++) {
                    boolean isLabelled = (p + person) % 3 != 0;
                    csv.append(String.format(
                            "%s-%d,%s,%s,%d,%d,pictures/%s%n",
                            name,
                            person,
                            Skeleton.LSP14.parts().get(p),
                            isLabelled ? String.format("%d.25,%d.07", 3 * p, p + 20 * person) : ",",
                            isLabelled ? 1 : 0,
                            isLabelled && p % 4 == 1 ? 1 : 0,
                            name));
                }
            }
        }
        labels = Files.writeString(folder.resolve("labels.csv"), csv.toString().replace("\r", ""));
    }

    private CommandLineRun labels(String... args) {
        List<String> line = new java.util.ArrayList<>(List.of("labels"));
        line.addAll(List.of(args));
        return CommandLineRun.of(line.toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"coco", "cvat"})
    void shouldGiveBackExactlyWhatWasExported(String format) throws Exception {
        // given
        Path file = folder.resolve("exported");
        Path back = folder.resolve("back.csv");
        CommandLineRun export = labels("export", "--dataset", "csv:" + labels, "--format", format, "--out", "" + file);
        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(export.out()).contains("3 pictures of " + folder.resolve("pictures") + ", 6 people");

        // when
        CommandLineRun run = labels(
                "import",
                "" + file,
                "--format",
                format,
                "--pictures",
                "" + folder.resolve("pictures"),
                "--out",
                "" + back);

        // then
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("3 pictures, 6 people, skeleton lsp14", "data set csv:" + back);
        assertThat(Files.readAllLines(back))
                .map(line -> line.replace("\"", ""))
                .containsExactlyElementsOf(Files.readAllLines(labels));
    }

    @Test
    void shouldLetTrainingReadWhatItExported() {
        Path file = folder.resolve("person_keypoints_pictures.json");
        CommandLineRun export = labels("export", "--dataset", "csv:" + labels, "--format", "coco", "--out", "" + file);
        assertThat(export.exitCode()).as(export.err()).isZero();

        CommandLineRun again = labels(
                "export", "--dataset", "coco:" + folder, "--format", "cvat", "--out", "" + folder.resolve("a.xml"));

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("6 people");
    }

    @Test
    void shouldSayWhatIsWrongWithWhatItWasGiven() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken"), "<annotations>\n<image");
        Path out = folder.resolve("out.csv");
        String pictures = folder.resolve("pictures").toString();
        refuses(2, "--format", "import", "" + broken, "--pictures", pictures, "--out", "" + out);
        refuses(
                2,
                "'yolo' is not allowed; allowed: coco, cvat",
                "export",
                "--dataset",
                "csv:" + labels,
                "--format",
                "yolo",
                "--out",
                "" + out);
        refuses(
                1,
                "no picture files that an annotation tool could show",
                "export",
                "--dataset",
                "synthetic:3",
                "--format",
                "coco",
                "--out",
                "" + out);
        refuses(
                1,
                broken + " line 2: damaged XML",
                "import",
                "" + broken,
                "--format",
                "cvat",
                "--pictures",
                pictures,
                "--out",
                "" + out);
        refuses(
                1,
                broken + ", line 1: damaged JSON",
                "import",
                "" + broken,
                "--format",
                "coco",
                "--pictures",
                pictures,
                "--out",
                "" + out);
        refuses(
                1,
                "--pictures '" + labels + "' is no folder",
                "import",
                "" + broken,
                "--format",
                "coco",
                "--pictures",
                "" + labels,
                "--out",
                "" + out);
        refuses(
                2,
                "'lsp15' is unknown; allowed: lsp14",
                "import",
                "" + broken,
                "--format",
                "coco",
                "--skeleton",
                "lsp15",
                "--pictures",
                pictures,
                "--out",
                "" + out);
        Path stranger = Files.writeString(
                folder.resolve("stranger.xml"),
                "<annotations><image name='../labels.csv' width='1' height='1'/></annotations>");
        refuses(
                1,
                "lacks 1 of 1 pictures that " + stranger + " names: '../labels.csv'",
                "import",
                "" + stranger,
                "--format",
                "cvat",
                "--pictures",
                pictures,
                "--out",
                "" + out);
        assertThat(out).doesNotExist();
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("pictures", "labels.csv", "broken", "stranger.xml");
    }

    private void refuses(int exitCode, String message, String... args) {
        CommandLineRun run = labels(args);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).contains(message).doesNotContain("\tat ");
    }
}
