package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Point;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;

class LspetDataSetTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeThreePeople() throws IOException {
        Matrix joints = Mat5.newMatrix(new int[] {14, 3, 3});
        for (int person = 0; person < 3; person++) {
            for (int p = 0; p < 14; p++) {
                joints.setDouble(new int[] {p, 0, person}, 10 + p);
                joints.setDouble(new int[] {p, 1, person}, 20 + p);
                // The second has eight parts, the third none.
                boolean labelled = person == 0 || (person == 1 && p < 8);
                joints.setDouble(new int[] {p, 2, person}, labelled ? 1 : 0);
            }
        }
        joints.setDouble(new int[] {5, 0, 0}, -3);
        try (MatFile mat = Mat5.newMatFile().addArray("joints", joints)) {
            Mat5.writeToFile(mat, folder.resolve("joints.mat").toFile());
        }
        Files.createDirectory(folder.resolve("images"));
        for (int number = 1; number <= 3; number++) {
            ImageIO.write(
                    new BufferedImage(40, 50, BufferedImage.TYPE_3BYTE_BGR),
                    "jpg",
                    folder.resolve("images/im0000" + number + ".jpg").toFile());
        }
    }

    @Test
    void shouldReadPartsCountedFromZeroAndSkipThoseThatAreNotLabelled() throws Exception {
        DataSet data = LspetDataSet.open(folder, 1, 8000, 1);

        Sample second = data.sample(1);

        assertThat(data.size()).isEqualTo(2);
        assertThat(second.id()).isEqualTo("im00002");
        assertThat(second.parts().get(0)).contains(new Point(9, 19));
        assertThat(second.parts().get(7)).contains(new Point(16, 26));
        assertThat(second.parts().subList(8, 14)).containsOnly(Optional.empty());
        assertThat(second.picture().width()).isEqualTo(40);
    }

    @Test
    void shouldNotTrustANegativeLabel() throws Exception {
        DataSet data = LspetDataSet.open(folder, 1, 8000, 1);

        assertThat(data.sample(0).parts().get(5)).isEmpty();
    }

    @Test
    void shouldTakeOnlyTheImagesAskedFor() throws Exception {
        assertThat(LspetDataSet.open(folder, 2, 3, 1).size()).isEqualTo(1);
        assertThat(LspetDataSet.open(folder, 1, 3, 9).size()).isEqualTo(1);
        assertThat(LspetDataSet.open(folder, 1, 3, 9).name()).isEqualTo("lspet 1-1");
    }

    @Test
    void shouldJudgeOnAllOfASmallFolder() throws Exception {
        assertThat(DataSets.open("lspet:" + folder, Purpose.JUDGING).name()).isEqualTo("lspet 1-2");
    }

    @Test
    void shouldNameThePictureAndIndexThatIsBroken() throws Exception {
        Files.writeString(folder.resolve("images/im00002.jpg"), "no picture");
        DataSet data = LspetDataSet.open(folder, 1, 8000, 1);

        assertThatThrownBy(() -> data.sample(1))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("im00002.jpg (index 1)")
                .hasMessageContaining("not a JPEG");
    }

    @Test
    void shouldSayWhatAFolderLacks() {
        assertThatThrownBy(() -> LspetDataSet.open(folder.resolve("images"), 1, 8000, 1))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("joints.mat")
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> LspetDataSet.open(folder, 9, 8000, 1))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("im00009");
    }

    @Test
    void shouldRefuseAFileThatIsNoSuchMatrix() throws Exception {
        Files.writeString(folder.resolve("joints.mat"), "not MATLAB's");
        assertThatThrownBy(() -> LspetDataSet.open(folder, 1, 8000, 1)).isInstanceOf(DataSetException.class);
        Files.delete(folder.resolve("joints.mat"));
        try (MatFile mat = Mat5.newMatFile().addArray("joints", Mat5.newMatrix(3, 14))) {
            mat.writeTo(Sinks.newStreamingFile(folder.resolve("joints.mat").toFile()));
        }
        assertThatThrownBy(() -> LspetDataSet.open(folder, 1, 8000, 1))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("[3, 14]");
    }

    @Test
    void shouldFindTheOfficialDataSetsFacts() throws Exception {
        Path official = Path.of("../../shared/data/lspet");
        Assumptions.assumeTrue(Files.isDirectory(official), "the LSPET data set is not beside this checkout");

        DataSet validation = LspetDataSet.open(official, 8001, Integer.MAX_VALUE, 1);

        assertThat(validation.name()).isEqualTo("lspet 8001-9000");
        assertThat(validation.sample(0).parts()).hasSize(14);
    }
}
