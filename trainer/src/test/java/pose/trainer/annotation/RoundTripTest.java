package pose.trainer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

class RoundTripTest {

    @TempDir
    private Path folder;

    static Stream<Skeleton> skeletons() {
        return Skeleton.known();
    }

    @ParameterizedTest
    @MethodSource("skeletons")
    void shouldReadBackAsCocoWhatItWrote(Skeleton skeleton) throws Exception {
        for (long seed = 0; seed < 20; seed++) {
            Annotations labels = ManyLabels.of(skeleton, seed);
            Path file = folder.resolve("labels.json");

            CocoLabels.write(file, labels);

            assertThat(CocoLabels.read(file, Optional.empty())).isEqualTo(labels);
            assertThat(CocoLabels.read(file, Optional.of(skeleton))).isEqualTo(labels);
        }
    }

    @ParameterizedTest
    @MethodSource("skeletons")
    void shouldReadBackAsCvatWhatItWrote(Skeleton skeleton) throws Exception {
        for (long seed = 0; seed < 20; seed++) {
            Annotations labels = ManyLabels.of(skeleton, seed);
            Path file = folder.resolve("labels.xml");

            CvatLabels.write(file, labels);

            assertThat(CvatFile.read(file, Optional.of(skeleton))).isEqualTo(new CvatFile(labels, 0));
        }
    }

    @Test
    void shouldKeepAGuessForAPartThatIsNotLabelledInCvatAndDropItInCoco() throws Exception {
        Mark guess = new Mark(Sight.UNLABELLED, new Point(12.34, 56.78));
        Annotations labels = one("a.jpg", guess);

        CvatLabels.write(folder.resolve("a.xml"), labels);
        CocoLabels.write(folder.resolve("a.json"), labels);

        assertThat(marks(
                        CvatFile.read(folder.resolve("a.xml"), Optional.empty()).annotations()))
                .containsOnly(guess);
        assertThat(marks(CocoLabels.read(folder.resolve("a.json"), Optional.empty())))
                .containsOnly(Mark.NONE);
    }

    @Test
    void shouldWriteHundredthsOfAPixel() throws Exception {
        Annotations labels = one("a.jpg", new Mark(Sight.SEEN, new Point(1.23499, -0.001)));
        Mark rounded = new Mark(Sight.SEEN, new Point(1.23, 0));

        CvatLabels.write(folder.resolve("a.xml"), labels);
        CocoLabels.write(folder.resolve("a.json"), labels);

        assertThat(marks(CocoLabels.read(folder.resolve("a.json"), Optional.empty())))
                .containsOnly(rounded);
        assertThat(marks(
                        CvatFile.read(folder.resolve("a.xml"), Optional.empty()).annotations()))
                .containsOnly(rounded);
    }

    @Test
    void shouldRefuseToWriteANameThatXmlCannotHold() {
        Annotations labels = one("a\u0001b.jpg", Mark.NONE);

        assertThatThrownBy(() -> CvatLabels.write(folder.resolve("a.xml"), labels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'a?b.jpg' has the character U+0001, which XML cannot hold");
        assertThat(folder.resolve("a.xml")).doesNotExist();
    }

    @Test
    void shouldRefuseOneIdForTwoPeople() throws IOException {
        Path file = folder.resolve("a.json");
        CocoLabels.write(file, one("a.jpg", Mark.NONE));
        String text = Files.readString(file);
        int person = text.indexOf("{", text.indexOf("\"annotations\""));
        String second = text.substring(person, text.indexOf("\"categories\"") - 4);
        Files.writeString(
                file,
                text.substring(0, person)
                        + second.substring(0, second.lastIndexOf('}')).replaceFirst("\"id\" : 1", "\"id\" : 2") + "}, "
                        + text.substring(person));

        assertThatThrownBy(() -> CocoLabels.read(file, Optional.empty()))
                .isInstanceOf(BadAnnotationsException.class)
                .hasMessageContaining("id 'somebody' is there twice");
    }

    private static Annotations one(String name, Mark mark) {
        List<Mark> marks =
                Stream.generate(() -> mark).limit(Skeleton.LSP14.size()).toList();
        return new Annotations(
                Skeleton.LSP14,
                List.of(new AnnotatedPicture(name, 100, 50, List.of(new AnnotatedPerson("somebody", marks)))));
    }

    private static List<Mark> marks(Annotations labels) {
        return labels.pictures().get(0).people().get(0).marks();
    }
}
