package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.annotation.AnnotatedPerson;
import pose.trainer.annotation.AnnotatedPicture;
import pose.trainer.annotation.Annotations;
import pose.trainer.annotation.Mark;
import pose.trainer.annotation.Sight;

class CsvDataSetTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writePictures() throws IOException {
        for (String name : List.of("a.jpg", "b.png", "below/c.jpeg")) {
            LabelFiles.writePicture(folder.resolve("images/" + name));
        }
    }

    private DataSet open(String text, String options) throws Exception {
        Path file = Files.writeString(folder.resolve("people.csv"), text);
        return DataSets.open("csv:" + file + options, Purpose.TRAINING);
    }

    @Test
    void shouldReadTheFourColumnsAndFindThePictureByTheId() throws Exception {
        DataSet data = open("id,part,x,y\na,neck,10,20\nb,l_wrist,3.5,4\na,l_wrist,11,21\n", "");

        assertThat(data.name()).isEqualTo("csv people");
        assertThat(data.skeleton()).isEqualTo(Skeleton.LSP14);
        assertThat(data.size()).isEqualTo(2);
        Sample a = data.sample(0);
        assertThat(a.id()).isEqualTo("a");
        assertThat(a.parts().get(Skeleton.LSP14.indexOf("neck"))).contains(new Point(10, 20));
        assertThat(a.parts().get(Skeleton.LSP14.indexOf("l_wrist"))).contains(new Point(11, 21));
        assertThat(a.parts().stream().flatMap(Optional::stream)).hasSize(2);
        assertThat(data.sample(1).file()).endsWith("b.png");
    }

    @Test
    void shouldReadWhatPoseMetricsReads() throws Exception {
        DataSet data = open("id,part,x,y,labelled,scale\na,neck,10,20,1,33\na,l_wrist,,,0,33\n", "");

        assertThat(data.sample(0).parts().get(Skeleton.LSP14.indexOf("l_wrist")))
                .isEmpty();
        assertThat(data.sample(0).headLength()).isEmpty();
    }

    @Test
    void shouldPutPeopleOfOnePictureBesideEachOther() throws Exception {
        DataSet data = open(
                "id,picture,part,x,y\nanna,below/c.jpeg,nose,1,2\nben,below/c.jpeg,nose,3,4\nanna,below/c.jpeg,l_eye,5,6\n",
                "");

        assertThat(data.skeleton()).isEqualTo(Skeleton.COCO17);
        assertThat(data.sample(0).id()).isEqualTo("anna");
        assertThat(data.sample(0).others()).hasSize(1);
        assertThat(data.sample(0).others().get(0).get(0)).contains(new Point(3, 4));
        assertThat(data.sample(1).others().get(0).get(1)).contains(new Point(5, 6));
    }

    @Test
    void shouldTakeTheSkeletonThatItIsTold() throws Exception {
        String text = "id,part,x,y\na,nose,10,20\na,l_wrist,11,21\n";

        assertThat(open(text, "?parts=flic9").skeleton()).isEqualTo(Skeleton.FLIC9);
        DataSet converted = open(text, "?parts=flic9&skeleton=lsp14");
        assertThat(converted.sample(0).parts().get(Skeleton.LSP14.indexOf("r_wrist")))
                .contains(new Point(11, 21));
    }

    @Test
    void shouldSkipPeopleWhosePictureIsMissing() throws Exception {
        DataSet data = open("id,part,x,y\na,neck,10,20\ngone,neck,10,20\n", "");

        assertThat(data.summaries().get(0).toString())
                .contains("1 skipped, picture missing (" + folder.resolve("images/gone.jpg") + " (index 1))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "id,part,x\\na,neck,1 | line 1: column 'y' is missing",
                "id,part,x,y\\na,tail,1,2 | no skeleton has the parts tail",
                "id,part,x,y\\na,neck,NaN,2 | line 2: x is 'NaN'; it must be a number",
                "id,part,x,y\\na,neck,1 | line 2: 3 values for the 4 columns",
                "id,part,x,y\\na,neck,1,2\\na,neck,1,2 | line 3: id 'a', part 'neck' is there twice",
                "id,part,x,y\\n,neck,1,2 | line 2: id is empty",
                "id,part,x,y\\n../../a,neck,1,2 | line 2: '../../a.jpg' is no file below",
                "id,part,x,y,labelled\\na,neck,1,2,yes | line 2: labelled is 'yes'; it must be 0 or 1",
                "id,part,x,y,picture\\na,neck,1,2,a.jpg\\na,l_hip,1,2,b.png | line 3: id 'a' is in picture",
                "id,part,x,y | nobody to take",
            })
    void shouldNameFileAndLineOfWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> open(text.replace("\\n", "\n"), ""))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("people.csv")
                .hasMessageContaining(message);
    }

    @Test
    void shouldTellAnnotationToolsWhatIsHiddenAndWhereThePicturesAre() throws Exception {
        DataSet data = open("""
                id,picture,part,x,y,labelled,occluded
                anna,below/c.jpeg,nose,1,2,1,1
                ben,below/c.jpeg,nose,3,4,1,0
                carl,a.jpg,nose,5,6,1,0
                anna,below/c.jpeg,l_eye,9,9,0,0
                """, "");

        Annotations labels = data.annotations().orElseThrow();

        assertThat(labels.pictures()).extracting(AnnotatedPicture::name).containsExactly("below/c.jpeg", "a.jpg");
        AnnotatedPicture first = labels.pictures().get(0);
        assertThat(first.width()).isEqualTo(LabelFiles.WIDTH);
        assertThat(first.people()).extracting(AnnotatedPerson::id).containsExactly("anna", "ben");
        assertThat(first.people().get(0).marks().get(0)).isEqualTo(new Mark(Sight.HIDDEN, new Point(1, 2)));
        assertThat(first.people().get(0).marks().get(1)).isEqualTo(Mark.NONE);
        assertThat(first.people().get(1).marks().get(0)).isEqualTo(new Mark(Sight.SEEN, new Point(3, 4)));
        assertThat(data.sample(0).parts().get(0)).as("hidden is labelled").contains(new Point(1, 2));
    }
}
