package pose.trainer.judging.oks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.trainer.annotation.BadAnnotationsException;
import pose.trainer.annotation.CocoFile;
import pose.trainer.annotation.CocoResults;

/** What COCO's own tools say of the same files, see the README beside them. */
class OksOracleTest {

    private static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(OksOracleTest.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static OksFigures judged() throws BadAnnotationsException {
        CocoFile labels = CocoFile.read(file("labels.json"), Optional.empty());
        OksFiles files = OksFiles.ofResults(labels, CocoResults.read(file("results.json"), labels));
        return OksFigures.of(files.parts(), files.pictures());
    }

    @ParameterizedTest
    @CsvSource({
        "ap, 33.995564",
        "ap50, 49.284474",
        "ap75, 34.733318",
        "apMedium, 40.531309",
        "apLarge, 24.575672",
        "ar, 66.0",
        "ar50, 85.0",
        "ar75, 65.0",
        "arMedium, 60.0",
        "arLarge, 70.0",
    })
    void shouldAgreeWithCocosOwnTools(String name, double expected) throws BadAnnotationsException {
        // when
        OksFigures figures = judged();

        // then
        assertThat(figures.byName().get(name)).hasValueCloseTo(expected, within(1e-6));
    }

    @Test
    void shouldHaveSomethingOfEveryKindToAgreeOn() throws BadAnnotationsException {
        // when
        CocoFile labels = CocoFile.read(file("labels.json"), Optional.empty());

        // then
        assertThat(labels.people()).anyMatch(CocoFile.Person::isCrowd);
        assertThat(labels.people()).anyMatch(person -> person.marks().stream().noneMatch(mark -> mark.isLabelled()));
        assertThat(judged().pictures()).isEqualTo(14);
    }
}
