package pose.trainer.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Keypoint;
import pose.trainer.csv.BadCsvException;

class PredictionFileTest {

    @TempDir
    private Path folder;

    @Test
    void shouldReadWhatItWrote() throws Exception {
        CheckedPeople people = Athletes.clean();
        Predictions predictions = Athletes.fairModel(4);
        Path file = folder.resolve("predictions.csv");

        PredictionFile.write(file, people, predictions);

        Keypoint written = predictions.of(people.people().get(7)).get(3).orElseThrow();
        Keypoint read = PredictionFile.read(file, people)
                .of(people.people().get(7))
                .get(3)
                .orElseThrow();
        assertThat(read.point().distanceTo(written.point())).isLessThan(0.01);
        assertThat(read.score()).isCloseTo(written.score(), org.assertj.core.data.Offset.offset(1e-4));
    }

    @Test
    void shouldTakeAPlainFileOfSomePeople() throws Exception {
        CheckedPeople people = Athletes.clean();
        CheckedPerson person = people.people().get(5);
        Path file = Files.writeString(
                folder.resolve("p.csv"), "id,part,x,y\n" + person.id() + ",l_hip,4.5,6\nstranger,neck,1,1\n");

        Predictions read = PredictionFile.read(file, people);

        List<Optional<Keypoint>> parts = read.of(person);
        assertThat(parts.get(Athletes.SKELETON.indexOf("l_hip"))).contains(new Keypoint(4.5, 6, 1));
        assertThat(parts.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void shouldRefuseAFileOfStrangersOrOfUnknownParts() throws Exception {
        Path strangers = Files.writeString(folder.resolve("s.csv"), "id,part,x,y\nstranger,neck,1,1\n");
        Path parts = Files.writeString(folder.resolve("p.csv"), "id,part,x,y\nathlete0,tail,1,1\n");

        assertThatThrownBy(() -> PredictionFile.read(strangers, Athletes.clean()))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining("nobody")
                .hasMessageContaining("athlete0");
        assertThatThrownBy(() -> PredictionFile.read(parts, Athletes.clean()))
                .isInstanceOf(BadCsvException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("'tail'");
    }
}
