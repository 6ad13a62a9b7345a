package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Point;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

class LspDataSetTest {

    @TempDir
    private Path folder;

    /** As the official file, but of 1002 people: every second part occluded. Only the pictures around the split are there. */
    @BeforeEach
    void writeTheOfficialForm() throws IOException {
        Matrix joints = Mat5.newMatrix(new int[] {3, 14, 1002});
        for (int person = 0; person < 1002; person++) {
            for (int p = 0; p < 14; p++) {
                joints.setDouble(new int[] {0, p, person}, 10 + p);
                joints.setDouble(new int[] {1, p, person}, 20.5 + p);
                joints.setDouble(new int[] {2, p, person}, p % 2);
            }
        }
        LabelFiles.writeMat(folder.resolve("joints.mat"), "joints", joints);
        for (String id : new String[] {"im0001", "im1000", "im1001", "im1002"}) {
            LabelFiles.writePicture(folder.resolve("images/" + id + ".jpg"));
        }
    }

    private DataSet open(String options, Purpose purpose) throws DataSetException {
        return DataSets.open("lsp:" + folder + options, purpose);
    }

    @Test
    void shouldTrainOnTheFirstThousandAndJudgeOnTheRest() throws Exception {
        assertThat(open("", Purpose.TRAINING).name()).isEqualTo("lsp 1-1000");
        assertThat(open("", Purpose.JUDGING).name()).isEqualTo("lsp 1001-1002");
        assertThat(open("?last=1001", Purpose.JUDGING).name()).isEqualTo("lsp 1-1001");
        assertThat(open("", Purpose.TRAINING).summaries().get(0).count(Reason.MISSING_PICTURE))
                .isEqualTo(998);
    }

    @Test
    void shouldTakeOccludedPartsForWhatTheyAre() throws Exception {
        Sample last = open("", Purpose.JUDGING).sample(1);

        assertThat(last.id()).isEqualTo("im1002");
        assertThat(last.parts().get(0)).contains(new Point(9, 19.5));
        assertThat(last.parts().get(1)).contains(new Point(10, 20.5));
        assertThat(last.givenBox()).isEmpty();
        assertThat(last.headLength()).isEmpty();
    }

    @Test
    void shouldRefuseTheExtensionsFile() throws IOException {
        Files.delete(folder.resolve("joints.mat"));
        LabelFiles.writeMat(folder.resolve("joints.mat"), "joints", Mat5.newMatrix(new int[] {14, 3, 5}));

        assertThatThrownBy(() -> open("", Purpose.JUDGING))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("joints.mat: joints is double [14, 3, 5]")
                .hasMessageContaining("3×14×N");
    }
}
