package pose.trainer.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.skeleton.Point;

class TruthCsvTest {

    private static final String HEADER = "id,part,x,y,labelled,scale\n";

    @TempDir
    private Path folder;

    private List<TrueLabel> read(String text) throws IOException, BadCsvException {
        return TruthCsv.read(file(text)).stream().map(TruthCsv.Located::label).toList();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("truth.csv"), text);
    }

    private void assertRefused(String text, String... message) throws IOException {
        Path file = file(text);

        assertThatExceptionOfType(BadCsvException.class)
                .isThrownBy(() -> TruthCsv.read(file))
                .withMessageContaining(file.toString())
                .satisfies(e -> assertThat(e.getMessage()).contains(message).doesNotContain("\n"));
    }

    @Test
    void shouldReadLabelsAndWhatIsNotLabelled() throws Exception {
        List<TrueLabel> labels = read(HEADER + "im1,r_knee,1.5,-2,1,80\nim1,l_knee,,nan,0,80\n");

        assertThat(labels)
                .containsExactly(
                        new TrueLabel("im1", "r_knee", Optional.of(new Point(1.5, -2)), 80),
                        new TrueLabel("im1", "l_knee", Optional.empty(), 80));
    }

    @Test
    void shouldTakeColumnsInAnyOrderAMarkCrLfBlankLinesAndQuotes() throws Exception {
        List<TrueLabel> labels = read(
                "\uFEFFscale, y ,x,\"part\",note,id,labelled\r\n\r\n80,2,1,\"r_knee\",\"a, \"\"b\"\"\",\"im,1\",1\r\n\r\n");

        assertThat(labels).containsExactly(new TrueLabel("im,1", "r_knee", Optional.of(new Point(1, 2)), 80));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "im1,r_knee,abc,2,1,80 | x is 'abc'; it must be a number",
                "im1,r_knee,1,,1,80 | y is ''; it must be a number",
                "im1,r_knee,NaN,2,1,80 | x is 'NaN'; it must be a number",
                "im1,r_knee,1,Infinity,1,80 | y is 'Infinity'; it must be a number",
                "im1,r_knee,1,2,yes,80 | labelled is 'yes'; it must be 0 or 1",
                "im1,r_knee,1,2,1,0 | scale is '0'; it must be a length of more than 0 pixels",
                "im1,r_knee,1,2,1,-5 | scale is '-5'; it must be a length of more than 0 pixels",
                "im1,r_knee,1,2,0,NaN | scale is 'NaN'; it must be a number",
                ",r_knee,1,2,1,80 | id is empty",
                "im1,,1,2,1,80 | part is empty",
                "im1,r_knee,1,2,1 | 5 values for the 6 columns",
                "im1,r_knee,1,2,1,80,9 | 7 values for the 6 columns",
                "im0,r_knee,9,9,1,80 | id 'im0', part 'r_knee' is there twice; first on line 2"
            })
    void shouldNameFileAndLineOfWhatIsWrong(String row, String message) throws IOException {
        assertRefused(HEADER + "im0,r_knee,1,2,1,80\n\n" + row + "\n", "line 4: " + message);
    }

    @Test
    void shouldNameAColumnThatIsMissing() throws IOException {
        assertRefused("id,part,x,y,labelled\n", "line 1: column 'scale' is missing");
    }

    @Test
    void shouldNameAColumnThatIsThereTwice() throws IOException {
        assertRefused("id,part,x,x,y,labelled,scale\n", "line 1: column 'x' is there twice");
    }

    @Test
    void shouldRefuseAnEmptyFile() throws IOException {
        assertRefused("", "column 'id' is missing");
    }

    @Test
    void shouldRefuseAQuoteThatNeverEnds() throws IOException {
        assertRefused(HEADER + "\"im1,r_knee,1,2,1,80\n", "quote");
    }

    @Test
    void shouldRefuseBytesThatAreNoText() throws IOException {
        Path file = Files.write(folder.resolve("truth.csv"), "id,part\n\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(BadCsvException.class)
                .isThrownBy(() -> TruthCsv.read(file))
                .withMessageContaining(file.toString());
    }

    @Test
    void shouldNameAFileThatIsNotThere() {
        assertThatExceptionOfType(BadCsvException.class)
                .isThrownBy(() -> TruthCsv.read(folder.resolve("none.csv")))
                .withMessageContaining("none.csv does not exist");
    }

    @Test
    void shouldReadBackExactlyWhatItWrote() throws Exception {
        List<TrueLabel> labels = List.of(
                new TrueLabel("a \"b\", c", "r_knee", Optional.of(new Point(1.0 / 3, -1e-7)), 80.1),
                new TrueLabel("a \"b\", c", "l_knee", Optional.empty(), 80.1));
        Path file = folder.resolve("written.csv");

        TruthCsv.write(file, labels);

        assertThat(TruthCsv.read(file)).extracting(TruthCsv.Located::label).isEqualTo(labels);
    }
}
