package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Files of MPII's form: a struct RELEASE, its annotations structs within structs, with fields that come and go. */
class MpiiDataSetTest {

    private static final int PICTURES = 13;

    @TempDir
    private Path folder;

    private final Struct annotations = Mat5.newStruct(1, PICTURES);
    private final Matrix training = Mat5.newMatrix(1, PICTURES);
    private final Cell singles = Mat5.newCell(PICTURES, 1);

    /** Two people in the first picture, one of them without labels; then one each; the thirteenth is a test picture. */
    @BeforeEach
    void writeTheOfficialForm() throws Exception {
        for (int i = 0; i < PICTURES; i++) {
            String name = String.format(java.util.Locale.ROOT, "%09d.jpg", i + 1);
            annotations.set("image", i, Mat5.newStruct().set("name", Mat5.newString(name)));
            annotations.set("annorect", i, i == 12 ? unlabelled() : person(1));
            training.setDouble(i, i == 12 ? 0 : 1);
            singles.set(i, Mat5.newScalar(1));
            LabelFiles.writePicture(folder.resolve("images/" + name));
        }
        Struct crowd = Mat5.newStruct(1, 3);
        for (int i = 0; i < 3; i++) {
            Struct one = i == 1 ? unlabelled() : person(i + 1);
            for (String field : new String[] {"x1", "y1", "x2", "y2", "scale", "objpos", "annopoints"}) {
                crowd.set(field, i, one.getFieldNames().contains(field) ? one.get(field) : Mat5.EMPTY_MATRIX);
            }
        }
        annotations.set("annorect", 0, crowd);
        Matrix third = Mat5.newMatrix(1, 1);
        third.setDouble(0, 3);
        singles.set(0, third);
        annotations.set("annorect", 1, Mat5.EMPTY_MATRIX);
        write();
    }

    private void write() throws Exception {
        Struct release = Mat5.newStruct()
                .set("annolist", annotations)
                .set("img_train", training)
                .set("single_person", singles)
                .set("version", Mat5.newString("12"));
        LabelFiles.writeMat(folder.resolve("mpii_human_pose_v1_u12_1.mat"), "RELEASE", release);
    }

    private static Struct unlabelled() {
        return Mat5.newStruct()
                .set("scale", Mat5.newScalar(0.2))
                .set("objpos", Mat5.newStruct().set("x", Mat5.newScalar(21)).set("y", Mat5.newScalar(31)));
    }

    /** Labelled at pelvis, head top and left wrist, in an order of its own. */
    private static Struct person(int right) {
        int[] ids = {15, 6, 9};
        Struct points = Mat5.newStruct(1, ids.length);
        for (int i = 0; i < ids.length; i++) {
            points.set("x", i, Mat5.newScalar(5 + ids[i] + right));
            points.set("y", i, Mat5.newScalar(10 + ids[i]));
            points.set("id", i, Mat5.newScalar(ids[i]));
            points.set("is_visible", i, i == 0 ? Mat5.EMPTY_MATRIX : Mat5.newString("0"));
        }
        return unlabelled()
                .set("x1", Mat5.newScalar(10))
                .set("y1", Mat5.newScalar(10))
                .set("x2", Mat5.newScalar(16))
                .set("y2", Mat5.newScalar(18))
                .set("annopoints", Mat5.newStruct().set("point", points));
    }

    private DataSet open(String options, Purpose purpose) throws DataSetException {
        return DataSets.open("mpii:" + folder + options, purpose);
    }

    @Test
    void shouldReadPeopleWithTheirPartsBoxHeadAndThoseBesideThem() throws Exception {
        DataSet data = open("", Purpose.TRAINING);

        Sample first = data.sample(0);

        assertThat(data.skeleton()).isEqualTo(Skeleton.MPII16);
        assertThat(first.id()).isEqualTo("000000001-1");
        assertThat(first.parts().get(Skeleton.MPII16.indexOf("pelvis"))).contains(new Point(11, 15));
        assertThat(first.parts().get(Skeleton.MPII16.indexOf("head_top"))).contains(new Point(14, 18));
        assertThat(first.parts().get(Skeleton.MPII16.indexOf("l_wrist"))).contains(new Point(20, 24));
        assertThat(first.parts().stream().filter(Optional::isPresent)).hasSize(3);
        assertThat(first.givenBox()).contains(new Box(0, 10, 40, 40));
        assertThat(first.subjectBox()).isEqualTo(new Box(-5, 5, 50, 50));
        assertThat(first.headLength()).hasValueCloseTo(6.0, within(1e-9));
        assertThat(first.others()).hasSize(1);
        assertThat(first.others().get(0).get(Skeleton.MPII16.indexOf("pelvis"))).contains(new Point(13, 15));
        assertThat(data.sample(1).id()).isEqualTo("000000001-3");
        assertThat(data.sample(1).others().get(0)).isEqualTo(first.parts());
        assertThat(data.sample(2).others()).isEmpty();
    }

    @Test
    void shouldTrainOnNineOfTenLabelledPicturesAndJudgeOnTheTenth() throws Exception {
        DataSet training = open("", Purpose.TRAINING);
        DataSet judging = open("", Purpose.JUDGING);

        assertThat(training.name()).isEqualTo("mpii train");
        assertThat(training.size()).isEqualTo(11);
        assertThat(judging.name()).isEqualTo("mpii validation");
        assertThat(judging.size()).isEqualTo(1);
        assertThat(judging.sample(0).id()).isEqualTo("000000010-1");
        assertThat(training.files()).doesNotContainAnyElementsOf(judging.files());
        assertThat(training.summaries().get(0).count(Reason.UNLABELLED)).isEqualTo(1);
        assertThat(open("?split=all", Purpose.JUDGING).files()).hasSize(11);
        assertThat(open("?first=12&last=13", Purpose.TRAINING).sample(0).id()).isEqualTo("000000012-1");
    }

    @Test
    void shouldJudgeOnlyPeopleFarFromOthersAndStillKnowTheOthers() throws Exception {
        DataSet singles = open("?split=all&last=1", Purpose.JUDGING);
        DataSet everyone = open("?split=all&last=1&people=all", Purpose.JUDGING);

        assertThat(singles.size()).isEqualTo(1);
        assertThat(singles.sample(0).id()).isEqualTo("000000001-3");
        assertThat(singles.sample(0).others()).hasSize(1);
        assertThat(everyone.size()).isEqualTo(2);
    }

    @Test
    void shouldConvertEveryoneToTheSkeletonAskedFor() throws Exception {
        DataSet data = open("?skeleton=lsp14", Purpose.TRAINING);

        Sample first = data.sample(0);

        assertThat(data.name()).isEqualTo("mpii train (mpii16→lsp14 v1)");
        assertThat(first.parts()).hasSize(14);
        assertThat(first.parts().stream().filter(Optional::isPresent)).hasSize(2);
        assertThat(first.others().get(0)).hasSize(14);
        assertThat(first.others().get(0).get(Skeleton.LSP14.indexOf("head_top")))
                .contains(new Point(16, 18));
    }

    @Test
    void shouldLeaveAnExcludedPersonOutOfOthersSamplesToo() throws Exception {
        Path list = Files.writeString(folder.resolve("bad.txt"), "000000001-3\n000000013-1\n");

        DataSet data = open("?exclude=" + list, Purpose.TRAINING);

        assertThat(data.sample(0).others()).isEmpty();
        assertThat(data.summaries().get(0).count(Reason.EXCLUDED)).isEqualTo(1);
        assertThat(data.summaries().get(0).toString()).contains("000000013-1");
    }

    @Test
    void shouldNameFileAndIndexOfAnAnnotationThatIsDamaged() throws Exception {
        annotations.set("annorect", 4, person(1));
        Struct points =
                annotations.getStruct("annorect", 4).getStruct("annopoints").getStruct("point");
        points.set("id", 1, Mat5.newScalar(16));
        write();
        assertThatThrownBy(() -> open("", Purpose.TRAINING))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("mpii_human_pose_v1_u12_1.mat: annolist (index 4) annorect 1 point 2")
                .hasMessageContaining("id is 16.0; expected 0 to 15");

        points.set("id", 1, Mat5.newScalar(2));
        points.set("x", 1, Mat5.newScalar(Double.NaN));
        write();
        assertThatThrownBy(() -> open("", Purpose.TRAINING)).hasMessageContaining("x is NaN; expected a finite number");

        points.set("x", 1, Mat5.newString("left"));
        write();
        assertThatThrownBy(() -> open("", Purpose.TRAINING)).hasMessageContaining("x is 'left'; expected a number");
    }

    @Test
    void shouldSayWhatAReleaseLacks() throws Exception {
        annotations.set("image", 2, Mat5.newStruct().set("name", Mat5.newString("../../escape.jpg")));
        write();
        assertThatThrownBy(() -> open("", Purpose.TRAINING))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("annolist (index 2): '../../escape.jpg' is no file below");

        annotations.set("image", 2, Mat5.newScalar(3));
        write();
        assertThatThrownBy(() -> open("", Purpose.TRAINING)).hasMessageContaining("image is double; expected a struct");

        LabelFiles.writeMat(folder.resolve("mpii_human_pose_v1_u12_1.mat"), "RELEASE", Mat5.newStruct());
        assertThatThrownBy(() -> open("", Purpose.TRAINING))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("annolist is missing");

        assertThatThrownBy(() -> DataSets.open("mpii:" + folder.resolve("images"), Purpose.TRAINING))
                .hasMessageContaining("mpii_human_pose_v1_u12_1.mat: no such file");
    }
}
