package pose.trainer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

class CocoLabelsTest {

    @TempDir
    private Path folder;

    private Path file(String keypoints, String categories) throws IOException {
        return Files.writeString(folder.resolve("a.json"), """
                {"categories": [%s], "images": [{"id": 3, "file_name": "a.jpg", "width": 64, "height": 48}],
                 "annotations": [{"id": 9, "image_id": 3, "keypoints": [%s]}]}""".formatted(categories, keypoints));
    }

    @Test
    void shouldReadPartsInWhateverOrderTheCategoryNamesThem() throws Exception {
        Path file = file("1,2,2, 3,4,1, 0,0,0" + ", 5,6,2".repeat(6), """
                {"id": 1, "name": "player", "keypoints": ["nose", "left_wrist", "l_hip", "l_shoulder", "l_elbow",
                 "right_shoulder", "r_elbow", "r_wrist", "r_hip"]}""");

        Annotations labels = CocoLabels.read(file, Optional.empty());

        assertThat(labels.skeleton()).isEqualTo(Skeleton.FLIC9);
        AnnotatedPerson person = labels.pictures().get(0).people().get(0);
        assertThat(person.id()).isEqualTo("9");
        assertThat(person.marks().get(8)).isEqualTo(new Mark(Sight.SEEN, new Point(1, 2)));
        assertThat(person.marks().get(2)).isEqualTo(new Mark(Sight.HIDDEN, new Point(3, 4)));
        assertThat(person.marks().get(6)).isEqualTo(Mark.NONE);
    }

    @Test
    void shouldTakeTheAskedSkeletonsOrderWhereNoCategoryNamesParts() throws Exception {
        Path file = file("5,6,2" + ", 5,6,2".repeat(13), "");

        assertThat(CocoLabels.read(file, Optional.of(Skeleton.LSP14)).skeleton())
                .isEqualTo(Skeleton.LSP14);
        assertThatThrownBy(() -> CocoLabels.read(file, Optional.empty()))
                .isInstanceOf(BadAnnotationsException.class)
                .hasMessageContaining("annotations (index 0): keypoints is a list of 42; expected 51 numbers");
    }

    @Test
    void shouldRefusePartsThatAreNotTheSkeletons() throws Exception {
        Path file = file("5,6,2", "{\"keypoints\": [\"tail\"]}");

        assertThatThrownBy(() -> CocoLabels.read(file, Optional.empty()))
                .hasMessageContaining("the keypoints tail are not the parts of any of the skeletons lsp14, mpii16");
        assertThatThrownBy(() -> CocoLabels.read(file, Optional.of(Skeleton.FLIC9)))
                .hasMessageContaining("the keypoints tail are not the parts of skeleton flic9, which are l_shoulder");
    }

    @Test
    void shouldRefuseAPictureOfNoSize() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.json"),
                "{\"images\": [{\"id\": 3, \"file_name\": \"a.jpg\", \"width\": 0, \"height\": 48}],"
                        + " \"annotations\": []}");

        assertThatThrownBy(() -> CocoLabels.read(file, Optional.empty()))
                .isInstanceOf(BadAnnotationsException.class)
                .hasMessageContaining("picture 'a.jpg' is 0×48; allowed: 1 to 65535 pixels a side");
    }
}
