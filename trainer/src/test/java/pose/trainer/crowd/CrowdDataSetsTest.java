package pose.trainer.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Purpose;

class CrowdDataSetsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writePictures() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("labels"));
        for (int i = 1; i <= 8; i++) {
            Picture picture = Picture.of(80, 80, new byte[3 * 80 * 80]);
            ToyCrowds.save(picture, folder.resolve("images/film" + i + "0.png"));
        }
        Files.writeString(folder.resolve("labels/film10.txt"), "0 0.5 0.5 0.25 0.5\n2 0.25 0.25 0.1 0.2\n");
    }

    private CrowdDataSet open(String options, Purpose purpose) throws DataSetException {
        return CrowdDataSets.open("yolo:" + folder + options, purpose);
    }

    @Test
    void shouldReadBoxesInPixelsAsFarAsPartsReach() throws DataSetException {
        Crowd crowd = open("?split=all", Purpose.TRAINING).crowd(0);

        assertThat(crowd.people()).hasSize(2);
        Box box = crowd.people().get(0);
        assertThat(box.centre().x()).isCloseTo(40, within(1e-9));
        assertThat(box.height()).isCloseTo(0.95 * 40, within(1e-9));
        assertThat(crowd.labelled()).containsExactly(new Box(0, 0, 80, 80));
    }

    @Test
    void shouldTakePicturesWithoutLabelsAsEmpty() throws DataSetException {
        assertThat(open("?split=all", Purpose.TRAINING).crowd(1).people()).isEmpty();
    }

    @Test
    void shouldKeepTheLastQuarterOfAFilmForValidation() throws DataSetException {
        CrowdDataSet training = open("", Purpose.TRAINING);
        CrowdDataSet validation = open("", Purpose.JUDGING);

        assertThat(ids(training))
                .containsExactly("film10.png", "film20.png", "film30.png", "film40.png", "film50.png", "film60.png");
        assertThat(ids(validation)).containsExactly("film70.png", "film80.png");
    }

    @Test
    void shouldUnsquashPicturesAndTheirBoxes() throws DataSetException {
        Crowd crowd = open("?split=all&aspect=16:9", Purpose.TRAINING).crowd(0);

        assertThat(crowd.picture().width()).isEqualTo(80);
        assertThat(crowd.picture().height()).isEqualTo(45);
        assertThat(crowd.people().get(0).height()).isCloseTo(0.95 * 22.5, within(1e-9));
        assertThat(crowd.people().get(0).width()).isCloseTo(0.95 * 20, within(1e-9));
    }

    @Test
    void shouldSayThatOnlyPeopleAreLabelledWhereTheSetDoes() throws DataSetException {
        Crowd boxes = open("?split=all&labelled=boxes", Purpose.TRAINING).crowd(0);
        Crowd hull = open("?split=all&labelled=hull", Purpose.TRAINING).crowd(0);

        assertThat(boxes.labelled()).hasSize(2);
        assertThat(boxes.isJudged(boxes.people().get(0).centre())).isTrue();
        assertThat(boxes.isJudged(new pose.skeleton.Point(75, 5))).isFalse();
        assertThat(hull.labelled()).containsExactly(new Box(16, 12, 34, 48));
    }

    @Test
    void shouldShowOthersInEachEpochAndBeginAnew() throws DataSetException {
        CrowdDataSet turning = open("?split=all&epoch=3", Purpose.TRAINING);

        assertThat(turning.size()).isEqualTo(3);
        assertThat(turning.crowd(0, 1).id()).isEqualTo("film40.png");
        assertThat(turning.crowd(2, 2).id()).isEqualTo("film10.png");
    }

    @Test
    void shouldReadBoxesAndCrowdsOfCocoFiles() throws Exception {
        Path file = folder.resolve("boxes.json");
        Files.writeString(file, """
                {"images": [{"id": 7, "file_name": "film10.png", "width": 80, "height": 80}],
                 "categories": [{"id": 1, "name": "person"}, {"id": 2, "name": "dog"}],
                 "annotations": [
                  {"image_id": 7, "category_id": 1, "iscrowd": 0, "bbox": [10, 10, 20, 40]},
                  {"image_id": 7, "category_id": 1, "iscrowd": 1, "bbox": [40, 10, 40, 40]},
                  {"image_id": 7, "category_id": 2, "iscrowd": 0, "bbox": [1, 1, 5, 5]}]}
                """);

        Crowd crowd = CrowdDataSets.open("boxes:" + file + "?split=all", Purpose.TRAINING)
                .crowd(0);

        assertThat(crowd.people()).hasSize(1);
        assertThat(crowd.people().get(0).centre()).isEqualTo(new pose.skeleton.Point(20, 30));
        assertThat(crowd.unclear()).containsExactly(new Box(40, 10, 40, 40));
    }

    @Test
    void shouldRefuseAPictureOutsideItsFolder() throws Exception {
        Path file = folder.resolve("boxes.json");
        Files.writeString(file, """
                {"images": [{"id": 7, "file_name": "../../film10.png", "width": 80, "height": 80}], "annotations": []}
                """);

        assertThatThrownBy(() -> CrowdDataSets.open("boxes:" + file, Purpose.TRAINING))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("../../film10.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0.5 0.5 0.25      | is no box",
                "0 0.5 0.5 0.25 1.5  | is no box",
                "0 0.5 half 0.25 0.5 | has a word that is no number",
            })
    void shouldNameTheLineOfABoxThatIsNone(String line, String message) throws IOException {
        Files.writeString(folder.resolve("labels/film20.txt"), "\n" + line + "\n");

        assertThatThrownBy(() -> open("", Purpose.TRAINING))
                .isInstanceOf(DataSetException.class)
                .hasMessageContainingAll("film20.txt, line 2", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yolo:x?split=half",
                "nobody:x",
                "athletes:many",
                "mosaic:5",
                "matches:5?people=lspet:x",
                "yolo:x?aspect=wide"
            })
    void shouldRefuseNamesThatMeanNothing(String name) {
        assertThatThrownBy(() -> CrowdDataSets.open(name.replace(":x", ":" + folder), Purpose.TRAINING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed: ");
    }

    @Test
    void shouldOpenSeveralAtOnce() throws DataSetException {
        CrowdDataSet both =
                CrowdDataSets.open("yolo:" + folder + "?split=all + yolo:" + folder + "?split=train", Purpose.TRAINING);

        assertThat(both.size()).isEqualTo(14);
        assertThat(both.crowd(8).id()).isEqualTo("film10.png");
    }

    private static List<String> ids(CrowdDataSet set) {
        return IntStream.range(0, set.size()).mapToObj(i -> id(set, i)).toList();
    }

    private static String id(CrowdDataSet set, int index) {
        try {
            return set.crowd(index).id();
        } catch (DataSetException e) {
            throw new AssertionError(e);
        }
    }
}
