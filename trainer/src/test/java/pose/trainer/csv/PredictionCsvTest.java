package pose.trainer.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.skeleton.Point;

class PredictionCsvTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "im1,r_knee,1,oops | y is 'oops'; it must be a number",
                "im1,r_knee,-inf,1 | x is '-inf'; it must be a number",
                "im0,r_knee,1,1 | id 'im0', part 'r_knee' is there twice; first on line 2"
            })
    void shouldNameFileAndLineOfWhatIsWrong(String row, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.csv"), "id,part,x,y\nim0,r_knee,1,2\n" + row + "\n");

        assertThatExceptionOfType(BadCsvException.class)
                .isThrownBy(() -> PredictionCsv.read(file))
                .withMessage(file + " line 3: " + message);
    }

    @Test
    void shouldReadBackExactlyWhatItWrote() throws Exception {
        List<PredictedPart> parts = List.of(
                new PredictedPart("im,1", "r_knee", new Point(0.1, 2)),
                new PredictedPart("im2", "neck", new Point(-3, 4)));
        Path file = folder.resolve("written.csv");

        PredictionCsv.write(file, parts);

        assertThat(PredictionCsv.read(file))
                .extracting(PredictionCsv.Located::part)
                .isEqualTo(parts);
    }

    @Test
    void shouldWriteAHeaderAlsoAboveNothing() throws Exception {
        Path file = folder.resolve("none.csv");

        PredictionCsv.write(file, List.of());

        assertThat(PredictionCsv.read(file)).isEmpty();
    }
}
