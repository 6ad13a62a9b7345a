package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

class LspetDataSetTest {

    @TempDir
    private Path folder;

    private final Matrix joints = Mat5.newMatrix(new int[] {14, 3, 4});

    @BeforeEach
    void writeFourPeople() throws IOException {
        for (int person = 0; person < 4; person++) {
            for (int p = 0; p < 14; p++) {
                joints.setDouble(new int[] {p, 0, person}, 10 + p);
                joints.setDouble(new int[] {p, 1, person}, 20 + p);
                // The second has eight parts, the third none, the fourth all, but no picture.
                boolean isLabelled = person == 0 || person == 3 || (person == 1 && p < 8);
                joints.setDouble(new int[] {p, 2, person}, isLabelled ? 1 : 0);
            }
        }
        writeJoints();
        for (int number = 1; number <= 3; number++) {
            LabelFiles.writePicture(folder.resolve("images/im0000" + number + ".jpg"));
        }
    }

    private void writeJoints() throws IOException {
        LabelFiles.writeMat(folder.resolve("joints.mat"), "joints", joints);
    }

    private DataSet open(String options) throws DataSetException {
        return DataSets.open("lspet:" + folder + options, Purpose.TRAINING);
    }

    @Test
    void shouldReadPartsCountedFromZeroAndSkipThoseThatAreNotLabelled() throws Exception {
        DataSet data = open("");

        Sample second = data.sample(1);

        assertThat(data.size()).isEqualTo(2);
        assertThat(data.skeleton()).isEqualTo(Skeleton.LSP14);
        assertThat(second.id()).isEqualTo("im00002");
        assertThat(second.file()).endsWith("im00002.jpg");
        assertThat(second.parts().get(0)).contains(new Point(9, 19));
        assertThat(second.parts().get(7)).contains(new Point(16, 26));
        assertThat(second.parts().subList(8, 14)).containsOnly(Optional.empty());
        assertThat(second.others()).isEmpty();
        assertThat(second.picture().width()).isEqualTo(LabelFiles.WIDTH);
    }

    @Test
    void shouldCountWhomItSkipsAndNameThem() throws Exception {
        DataSetSummary summary = open("").summaries().get(0);

        assertThat(summary.people()).isEqualTo(2);
        assertThat(summary.count(Reason.UNLABELLED)).isEqualTo(1);
        assertThat(summary.count(Reason.MISSING_PICTURE)).isEqualTo(1);
        assertThat(summary)
                .hasToString("lspet 1-2: 2 people; 1 skipped, picture missing (" + folder.resolve("images/im00004.jpg")
                        + " (index 3)); 1 skipped, no labelled part (im00003 (index 2))");
    }

    @Test
    void shouldTakeLabelsOutsideThePictureForNotLabelled() throws Exception {
        joints.setDouble(new int[] {5, 0, 0}, -3);
        joints.setDouble(new int[] {6, 1, 0}, LabelFiles.HEIGHT + 1.6);
        joints.setDouble(new int[] {7, 1, 0}, LabelFiles.HEIGHT + 0.4);
        joints.setDouble(new int[] {8, 1, 0}, Double.NaN);
        joints.setDouble(new int[] {9, 1, 0}, Double.POSITIVE_INFINITY);
        writeJoints();

        DataSet data = open("");

        Sample first = data.sample(0);
        assertThat(first.parts().get(5)).isEmpty();
        assertThat(first.parts().get(6)).isEmpty();
        assertThat(first.parts().get(7)).isPresent();
        assertThat(first.parts().get(8)).isEmpty();
        assertThat(first.parts().get(9)).isEmpty();
        DataSetSummary summary = data.summaries().get(0);
        assertThat(summary.count(Reason.LABEL_OUTSIDE)).isEqualTo(2);
        assertThat(summary.count(Reason.LABEL_NO_NUMBER)).isEqualTo(2);
        assertThat(summary.toString()).contains("im00001 l_ankle (index 0)", "im00001 r_wrist (index 0)");
    }

    @Test
    void shouldTakeOnlyTheImagesAndPeopleAskedFor() throws Exception {
        assertThat(open("?first=2").name()).isEqualTo("lspet 2-2");
        assertThat(open("?last=1").name()).isEqualTo("lspet 1-1");
        assertThat(open("?first=2").summaries().get(0).count(Reason.MISSING_PICTURE))
                .isEqualTo(1);
        assertThat(open("?last=3").summaries().get(0).count(Reason.MISSING_PICTURE))
                .isZero();
        assertThat(open("?leastParts=9").name()).isEqualTo("lspet 1-1");
        assertThat(open("?leastParts=9").summaries().get(0).count(Reason.FEW_PARTS))
                .isEqualTo(1);
    }

    @Test
    void shouldJudgeOnAllOfASmallFolder() throws Exception {
        assertThat(DataSets.open("lspet:" + folder, Purpose.JUDGING).name()).isEqualTo("lspet 1-2");
    }

    @Test
    void shouldLeaveOutWhatTheExcludeListNames() throws Exception {
        Path list = Files.writeString(
                folder.resolve("bad.txt"), "# checked by hand\nim00002\n\nim00001,l_wrist # swapped\nim09999\n");

        DataSet data = open("?exclude=" + list);

        assertThat(data.name()).isEqualTo("lspet 1-1 less 1 people and 1 labels");
        assertThat(data.sample(0).parts().get(11)).isEmpty();
        DataSetSummary summary = data.summaries().get(0);
        assertThat(summary.count(Reason.EXCLUDED)).isEqualTo(1);
        assertThat(summary.count(Reason.LABEL_EXCLUDED)).isEqualTo(1);
        assertThat(summary.toString()).contains("1 ids of the exclude list not found (im09999)");
    }

    @Test
    void shouldConvertToTheSkeletonAskedFor() throws Exception {
        DataSet data = open("?skeleton=coco17");

        assertThat(data.name()).isEqualTo("lspet 1-2 (lsp14→coco17 v1)");
        assertThat(data.skeleton()).isEqualTo(Skeleton.COCO17);
        assertThat(data.sample(0).parts().get(Skeleton.COCO17.indexOf("l_wrist")))
                .contains(new Point(20, 30));
        assertThat(data.sample(0).parts().get(Skeleton.COCO17.indexOf("nose"))).isEmpty();
    }

    @Test
    void shouldSkipPicturesThatAreBrokenAsFarAsTheirBeginningAndEndTell() throws Exception {
        Path second = folder.resolve("images/im00002.jpg");
        byte[] whole = Files.readAllBytes(second);
        Files.write(second, java.util.Arrays.copyOf(whole, whole.length / 2));

        DataSetSummary summary = open("").summaries().get(0);

        assertThat(summary.count(Reason.BROKEN_PICTURE)).isEqualTo(1);
        assertThat(summary.toString()).contains(second + " (index 1)");
    }

    @Test
    void shouldNameThePictureAndIndexThatBreaksLater() throws Exception {
        DataSet data = open("");
        Files.writeString(folder.resolve("images/im00002.jpg"), "no picture");

        assertThatThrownBy(() -> data.sample(1))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("im00002.jpg (index 1)")
                .hasMessageContaining("neither a JPEG nor a PNG");
    }

    @Test
    void shouldSayWhatAFolderLacks() {
        assertThatThrownBy(() -> DataSets.open("lspet:" + folder.resolve("images"), Purpose.JUDGING))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("joints.mat")
                .hasMessageContaining("no such file")
                .hasMessageContaining("14×3×N");
        assertThatThrownBy(() -> open("?first=9"))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("joints.mat")
                .hasMessageContaining("nobody to take in pictures 9-end");
    }

    @Test
    void shouldRefuseAMatrixOfAnotherShape() throws Exception {
        LabelFiles.writeMat(folder.resolve("joints.mat"), "joints", Mat5.newMatrix(new int[] {3, 14, 5}));
        assertThatThrownBy(() -> open(""))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("[3, 14, 5]")
                .hasMessageContaining("14×3×N");
        LabelFiles.writeMat(folder.resolve("joints.mat"), "other", Mat5.newMatrix(new int[] {14, 3, 5}));
        assertThatThrownBy(() -> open(""))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("no variable 'joints'");
        LabelFiles.writeMat(folder.resolve("joints.mat"), "joints", Mat5.newString("text"));
        assertThatThrownBy(() -> open(""))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("joints is char [1, 4]");
    }

    @Test
    void shouldFindTheOfficialDataSetsFacts() throws Exception {
        Path official = Path.of("../../shared/data/lspet");
        Assumptions.assumeTrue(Files.isDirectory(official), "the LSPET data set is not beside this checkout");

        DataSet validation = DataSets.open("lspet:" + official, Purpose.JUDGING);

        assertThat(validation.name()).isEqualTo("lspet 8001-9000");
        assertThat(validation.sample(0).parts()).hasSize(14);
    }
}
