package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

class MatchDataSetTest {

    private static final int PEOPLE = 12;

    @TempDir
    private Path folder;

    private static DataSet open(String options) throws DataSetException {
        return DataSets.open("matches:" + PEOPLE + options, Purpose.TRAINING);
    }

    @Test
    void shouldShowTheSubjectAndWhatALookMayNeedOfTheRest() throws Exception {
        DataSet data = open("");

        for (int i = 0; i < PEOPLE; i++) {
            Sample sample = data.sample(i);
            Box looked = sample.subjectBox();
            int width = sample.picture().width();
            int height = sample.picture().height();
            // Beyond twice the box only where the match's own picture, of 896×504 at most, ends.
            assertThat(width).isBetween(8, Math.min(896, (int) (2.2 * looked.width()) + 3));
            assertThat(height).isBetween(8, Math.min(504, (int) (2.2 * looked.height()) + 3));
            assertThat(sample.parts().stream().flatMap(Optional::stream)).allSatisfy(p -> {
                assertThat(p.x()).isBetween(-0.5, width - 0.5);
                assertThat(p.y()).isBetween(-0.5, height - 0.5);
            });
        }
    }

    @Test
    void shouldLabelEveryPartOfSubjectsInsideThePictureAndOnlySeenOnesOfOthers() throws Exception {
        DataSet data = open("?seed=100");
        int whole = 0;
        int partly = 0;

        for (int i = 0; i < PEOPLE; i++) {
            Sample sample = data.sample(i);
            whole += labelled(sample.parts()) == 14 ? 1 : 0;
            partly += (int) sample.others().stream()
                    .filter(other -> labelled(other) < 14)
                    .count();
            assertThat(labelled(sample.parts())).isGreaterThanOrEqualTo(6);
            assertThat(sample.others()).doesNotContain(sample.parts()).allMatch(other -> labelled(other) > 0);
        }

        assertThat(whole).isGreaterThan(PEOPLE / 2);
        assertThat(partly).isPositive();
    }

    private static int labelled(List<Optional<Point>> parts) {
        return (int) parts.stream().filter(Optional::isPresent).count();
    }

    @Test
    void shouldMakeTheSameOfTheSameSeed() throws Exception {
        Sample one = open("").sample(3);
        Sample shifted = open("?seed=70000001").sample(2);

        assertThat(shifted.id()).isEqualTo(one.id());
        assertThat(shifted.parts()).isEqualTo(one.parts());
        assertThat(shifted.picture().bgr()).isEqualTo(one.picture().bgr());
    }

    @Test
    void shouldShareNoMatchBetweenTrainingAndJudging() throws Exception {
        DataSet training = DataSets.open("matches:999999", Purpose.TRAINING);
        DataSet judging = DataSets.open("matches:999999", Purpose.JUDGING);

        assertThat(training.name()).isEqualTo("matches 70000000-70999998");
        assertThat(judging.name()).isEqualTo("matches 970000000-970999998");
    }

    @Test
    void shouldConvertToTheSkeletonAskedFor() throws Exception {
        DataSet data = open("?skeleton=coco17");

        assertThat(data.skeleton()).isEqualTo(Skeleton.COCO17);
        assertThat(data.name()).endsWith(" (lsp14→coco17 v1)");
        assertThat(data.sample(0).parts()).hasSize(17);
        assertThat(data.sample(0).parts().get(0)).isEmpty();
    }

    @Test
    void shouldKeepPicturesAndWhatIsOnThem() throws Exception {
        DataSet kept = open("?cache=" + folder.resolve("kept"));
        Sample made = kept.sample(4);

        Sample read = kept.sample(4);

        assertThat(folder.resolve("kept/4.jpg")).exists();
        assertThat(read.id()).isEqualTo(made.id());
        assertThat(read.picture().width()).isEqualTo(made.picture().width());
        assertThat(read.subjectBox().x()).isCloseTo(made.subjectBox().x(), within(1e-3));
        assertThat(read.subjectBox().width()).isCloseTo(made.subjectBox().width(), within(2e-3));
        assertThat(read.others()).hasSameSizeAs(made.others());
        for (int p = 0; p < 14; p++) {
            assertThat(read.parts().get(p).isPresent())
                    .isEqualTo(made.parts().get(p).isPresent());
            read.parts().get(p).ifPresent(point -> assertThat(point.y()).isPositive());
        }
    }

    @Test
    void shouldKeepSamplesWithoutAGivenBox() throws Exception {
        DataSet kept = DataSets.open("synthetic:2?people=2&cache=" + folder.resolve("kept"), Purpose.TRAINING);
        Sample made = kept.sample(1);

        Sample read = kept.sample(1);

        assertThat(read.givenBox()).isEmpty();
        assertThat(read.subjectBox().x()).isCloseTo(made.subjectBox().x(), within(1e-2));
    }

    @Test
    void shouldNameAKeptTextThatIsNone() throws IOException, DataSetException {
        DataSet kept = open("?cache=" + folder.resolve("kept"));
        kept.sample(0);
        Path text = folder.resolve("kept/0.txt");
        Files.writeString(text, "match\n\n1,2 3,4\n");

        assertThatThrownBy(() -> kept.sample(0))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining(text.toString())
                .hasMessageContaining("somebody has 2 parts; allowed: 14");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "matches:0 | a whole number from 1 to 999999",
                "matches:5?people=3 | option 'people=3' is unknown; allowed: cache, seed, skeleton",
            })
    void shouldNameWhatIsAllowed(String name, String message) {
        assertThatThrownBy(() -> DataSets.open(name, Purpose.JUDGING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
