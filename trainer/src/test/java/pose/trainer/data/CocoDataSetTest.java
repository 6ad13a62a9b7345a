package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

class CocoDataSetTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final ObjectNode whole = JSON.createObjectNode();
    private final ArrayNode images = whole.putObject("info").arrayNode();
    private Path file = Path.of("");

    /** Three people and a crowd in the first picture, one person each in the second, a PNG, and in the third. */
    @BeforeEach
    void writeTheOfficialForm() throws IOException {
        file = folder.resolve("annotations/person_keypoints_val2017.json");
        ArrayNode annotations = whole.putArray("annotations");
        whole.set("images", images);
        String[] names = {"000000000139.jpg", "000000000285.png", "000000000632.jpg"};
        for (int i = 0; i < 3; i++) {
            images.addObject()
                    .put("id", 100 + i)
                    .put("file_name", names[i])
                    .put("width", LabelFiles.WIDTH)
                    .put("height", LabelFiles.HEIGHT);
            LabelFiles.writePicture(folder.resolve("val2017/" + names[i]));
        }
        annotations.add(person(1, 100, 1, 0));
        annotations.add(person(2, 100, 2, 0));
        annotations.add(person(3, 100, 0, 0));
        annotations.add(person(4, 100, 2, 1));
        annotations.add(person(5, 101, 2, 0));
        annotations.add(person(6, 102, 2, 0));
        write();
    }

    private void write() throws IOException {
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), whole);
    }

    private static ObjectNode person(int id, int image, int visibility, int crowd) {
        ObjectNode person = JSON.createObjectNode();
        person.put("id", id).put("image_id", image).put("iscrowd", crowd).put("category_id", 1);
        ArrayNode keypoints = person.putArray("keypoints");
        for (int p = 0; p < 17; p++) {
            keypoints.add(p + id).add(20 + p).add(p == 0 ? 0 : visibility);
        }
        person.putArray("bbox").add(4.5).add(8).add(20).add(30);
        person.putArray("segmentation").addArray().add(1).add(2);
        return person;
    }

    private ObjectNode annotation(int index) {
        return (ObjectNode) whole.withArray("annotations").get(index);
    }

    private DataSet open(String options) throws DataSetException {
        return DataSets.open("coco:" + file + options, Purpose.JUDGING);
    }

    @Test
    void shouldReadPeopleWithTheirPartsBoxAndThoseBesideThem() throws Exception {
        DataSet data = open("");

        Sample first = data.sample(0);

        assertThat(data.name()).isEqualTo("coco person_keypoints_val2017");
        assertThat(data.skeleton()).isEqualTo(Skeleton.COCO17);
        assertThat(data.size()).isEqualTo(4);
        assertThat(first.id()).isEqualTo("1");
        assertThat(first.parts().get(0)).isEmpty();
        assertThat(first.parts().get(16)).contains(new Point(17, 36));
        assertThat(first.givenBox()).contains(new Box(4.5, 8, 20, 30));
        assertThat(first.others()).hasSize(1);
        assertThat(first.others().get(0).get(16)).contains(new Point(18, 36));
        assertThat(data.sample(2).picture().width()).isEqualTo(LabelFiles.WIDTH);
        assertThat(data.summaries().get(0).toString())
                .contains("1 skipped, no labelled part (3 (index 0))", "1 skipped, a crowd (4 (index 0))");
    }

    @Test
    void shouldFindTheOfficialFoldersByPurpose() throws Exception {
        assertThat(DataSets.open("coco:" + folder, Purpose.JUDGING).size()).isEqualTo(4);
        Files.move(file, file.resolveSibling("person_keypoints_train2017.json"));
        assertThat(DataSets.open("coco:" + folder + "?images=" + folder.resolve("val2017"), Purpose.TRAINING)
                        .size())
                .isEqualTo(4);
        assertThatThrownBy(() -> DataSets.open("coco:" + folder.resolve("val2017"), Purpose.TRAINING))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("has 0 files person_keypoints*.json");
    }

    @Test
    void shouldSkipPicturesThatAreMissingOrOfAnotherSize() throws Exception {
        Files.delete(folder.resolve("val2017/000000000632.jpg"));
        ((ObjectNode) images.get(1)).put("width", 41);
        write();

        DataSetSummary summary = open("").summaries().get(0);

        assertThat(summary.people()).isEqualTo(2);
        assertThat(summary.count(Reason.MISSING_PICTURE)).isEqualTo(1);
        assertThat(summary.count(Reason.OTHER_SIZE)).isEqualTo(1);
        assertThat(summary.toString()).contains("000000000632.jpg (index 2)", "000000000285.png (index 1)");
    }

    @Test
    void shouldTakeLabelsOutsideThePictureForNotLabelled() throws Exception {
        ((ArrayNode) annotation(5).get("keypoints"))
                .set(3 * 16, JSON.getNodeFactory().numberNode(40));
        write();

        DataSet data = open("?first=3");

        assertThat(data.sample(0).parts().get(16)).isEmpty();
        assertThat(data.summaries().get(0).toString()).contains("outside the picture (6 r_ankle (index 2))");
    }

    @Test
    void shouldRefuseAFileCutAnywhere() throws Exception {
        byte[] text = Files.readAllBytes(file);
        for (int length = 0; length < text.length - 1; length += 29) {
            Files.write(file, Arrays.copyOf(text, length));

            assertThatThrownBy(() -> open(""))
                    .as("cut to %d of %d bytes", length, text.length)
                    .isInstanceOf(DataSetException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void shouldNameTheElementThatIsDamaged() throws Exception {
        assertRefused(person -> person.remove("keypoints"), "keypoints is missing; expected x, y and v of each part");
        assertRefused(
                person -> person.putArray("keypoints").add(1),
                "keypoints is a list of 1; expected x, y and v of each part");
        assertRefused(person -> ((ArrayNode) person.get("keypoints")).set(2, "x"), "keypoints has \"x\" at 2");
        assertRefused(person -> ((ArrayNode) person.get("keypoints")).set(5, 3), "3 at 5; expected 0, 1 or 2");
        assertRefused(person -> person.put("image_id", "100"), "image_id is \"100\"; expected a whole number");
        assertRefused(person -> person.put("image_id", 7), "image_id 7 is none of the images'");
        assertRefused(person -> person.put("id", 1), "id 1 is there twice");
        assertRefused(person -> person.putArray("bbox").add(1).add(2).add(-3).add(4), "bbox is [1,2,-3,4]");
    }

    private void assertRefused(Consumer<ObjectNode> damage, String message) throws IOException {
        ObjectNode good = annotation(4).deepCopy();
        damage.accept(annotation(4));
        write();

        assertThatThrownBy(() -> open(""))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining(file + ": annotations (index 4)")
                .hasMessageContaining(message);
        whole.withArray("annotations").set(4, good);
    }

    @Test
    void shouldSayWhatAFileLacks() throws Exception {
        Files.writeString(file, "[]");
        assertThatThrownBy(() -> open("")).hasMessageContaining("no JSON object");
        Files.writeString(file, "{\"images\": []}");
        assertThatThrownBy(() -> open("")).hasMessageContaining("has no list annotations");
        Files.writeString(file, "{\"images\": [], \"annotations\": []}");
        assertThatThrownBy(() -> open("")).hasMessageContaining("nobody to take");
        Files.writeString(file, "{\"images\": " + "[".repeat(5000));
        assertThatThrownBy(() -> open("")).isInstanceOf(DataSetException.class).hasMessageContaining("damaged JSON");
        Files.delete(file);
        assertThatThrownBy(() -> open("")).hasMessageContaining("no such file");
    }
}
