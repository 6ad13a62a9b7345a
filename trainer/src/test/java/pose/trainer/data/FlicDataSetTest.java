package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

class FlicDataSetTest {

    @TempDir
    private Path folder;

    private final Struct examples = Mat5.newStruct(1, 5);

    /** Two of training, of which one is bad, two of test, in one picture, and one of neither. */
    @BeforeEach
    void writeTheOfficialForm() throws Exception {
        String[] names = {"a-1.jpg", "b-2.jpg", "c-3.jpg", "c-3.jpg", "d-4.jpg"};
        for (int i = 0; i < 5; i++) {
            Matrix coords = Mat5.newMatrix(2, 29);
            for (int place = 0; place < 29; place++) {
                boolean isLabelled = place < 7 || place == 9 || place == 12 || place == 13 || place == 16;
                coords.setDouble(0, place, isLabelled ? 3 + place : Double.NaN);
                coords.setDouble(1, place, isLabelled ? 13 + place : Double.NaN);
            }
            Matrix torso = Mat5.newMatrix(1, 4);
            double[] box = {11, 21, 19, 31};
            for (int k = 0; k < 4; k++) {
                torso.setDouble(k, box[k]);
            }
            examples.set("coords", i, coords);
            examples.set("filepath", i, Mat5.newString(names[i]));
            examples.set("torsobox", i, torso);
            examples.set("istrain", i, Mat5.newLogicalScalar(i < 2));
            examples.set("istest", i, Mat5.newLogicalScalar(i == 2 || i == 3));
            examples.set("isbad", i, i == 1 ? Mat5.newScalar(1) : Mat5.EMPTY_MATRIX);
            LabelFiles.writePicture(folder.resolve("images/" + names[i]));
        }
        write();
    }

    private void write() throws Exception {
        LabelFiles.writeMat(folder.resolve("examples.mat"), "examples", examples);
    }

    private DataSet open(String options, Purpose purpose) throws DataSetException {
        return DataSets.open("flic:" + folder + options, purpose);
    }

    @Test
    void shouldReadNineOfItsPartsAsTheObserverNamesThem() throws Exception {
        DataSet data = open("", Purpose.TRAINING);

        Sample first = data.sample(0);

        assertThat(data.name()).isEqualTo("flic train");
        assertThat(data.size()).isEqualTo(1);
        assertThat(data.summaries().get(0).count(Reason.BAD)).isEqualTo(1);
        assertThat(first.id()).isEqualTo("a-1");
        assertThat(first.parts()).doesNotContain(java.util.Optional.empty());
        assertThat(first.parts().get(Skeleton.FLIC9.indexOf("l_shoulder"))).contains(new Point(2, 12));
        assertThat(first.parts().get(Skeleton.FLIC9.indexOf("r_wrist"))).contains(new Point(7, 17));
        assertThat(first.parts().get(Skeleton.FLIC9.indexOf("r_hip"))).contains(new Point(11, 21));
        assertThat(first.parts().get(Skeleton.FLIC9.indexOf("nose"))).contains(new Point(18, 28));
        assertThat(first.givenBox()).contains(new Box(-1, 10, 30, 30));
    }

    @Test
    void shouldMakeTheObserversLeftThePersonsRight() throws Exception {
        Sample first = open("?skeleton=lsp14", Purpose.TRAINING).sample(0);

        assertThat(first.parts().get(Skeleton.LSP14.indexOf("r_shoulder"))).contains(new Point(2, 12));
        assertThat(first.parts().get(Skeleton.LSP14.indexOf("l_wrist"))).contains(new Point(7, 17));
        assertThat(first.parts().get(Skeleton.LSP14.indexOf("r_knee"))).isEmpty();
    }

    @Test
    void shouldJudgeOnTheTestPicturesAndTellPeopleInOnePictureApart() throws Exception {
        DataSet data = open("", Purpose.JUDGING);

        assertThat(data.name()).isEqualTo("flic test");
        assertThat(data.size()).isEqualTo(2);
        assertThat(data.sample(0).id()).isEqualTo("c-3");
        assertThat(data.sample(1).id()).isEqualTo("c-3-2");
        assertThat(open("?split=all", Purpose.JUDGING).size()).isEqualTo(4);
    }

    @Test
    void shouldNameFileAndIndexOfAnExampleThatIsDamaged() throws Exception {
        examples.set("coords", 3, Mat5.newMatrix(2, 11));
        write();
        assertThatThrownBy(() -> open("", Purpose.TRAINING))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("examples.mat (index 3): coords is [2, 11]; expected [2, 29]");

        examples.remove("filepath");
        write();
        assertThatThrownBy(() -> open("", Purpose.TRAINING))
                .hasMessageContaining("examples.mat (index 0): filepath is missing or empty; expected text");
    }

    @Test
    void shouldRefuseASplitItDoesNotHave() {
        assertThatThrownBy(() -> open("?split=validation", Purpose.TRAINING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("split=validation is not allowed; allowed: train, test, all");
    }
}
