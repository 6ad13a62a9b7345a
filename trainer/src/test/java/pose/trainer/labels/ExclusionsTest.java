package pose.trainer.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.csv.PredictedPart;
import pose.trainer.csv.PredictionCsv;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSets;
import pose.trainer.data.ExcludeList;
import pose.trainer.data.Purpose;

class ExclusionsTest {

    private static final List<String> PARTS = Skeleton.LSP14.parts();

    @TempDir
    private Path folder;

    private static CheckedPerson person(int index) {
        List<Optional<Point>> parts = IntStream.range(0, 14)
                .mapToObj(p -> Optional.of(new Point(p, p)))
                .toList();
        return new CheckedPerson(index, "im" + index, new Box(0, 0, 20, 20), parts);
    }

    private static final List<Suspicion> RANKED = List.of(
            new Suspicion(person(1), List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), SuspicionReason.SWAPPED, 4),
            new Suspicion(person(2), List.of(6), SuspicionReason.LIMB, 3),
            new Suspicion(person(2), List.of(6), SuspicionReason.DISAGREEMENT, 2.5),
            new Suspicion(person(3), List.of(0, 5), SuspicionReason.DISAGREEMENT, 2),
            new Suspicion(person(4), List.of(13), SuspicionReason.FAR, 1.2));

    @Test
    void shouldTakeTheWorstUpToSoManyLabels() throws Exception {
        Exclusions exclusions = Exclusions.of(RANKED, 15, 1);

        exclusions.write(folder.resolve("exclude.txt"), PARTS, List.of("two lines"));

        // Of the first hardly anything is left, so all of that person goes: two more labels than were counted.
        assertThat(exclusions.labels()).isEqualTo(14 + 1 + 2);
        assertThat(exclusions.wholePeople()).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("exclude.txt")))
                .containsExactly("# two lines", "im1", "im2,r_wrist", "im3,r_ankle", "im3,l_ankle");
    }

    @Test
    void shouldStopAtTheLeastScoreAndAtTheShare() {
        assertThat(Exclusions.of(RANKED, 1000, 2.2).people().keySet())
                .extracting(CheckedPerson::id)
                .containsExactly("im1", "im2");
        assertThat(Exclusions.of(RANKED, 14, 1).people().keySet())
                .extracting(CheckedPerson::id)
                .containsExactly("im1", "im2");
        assertThat(Exclusions.of(RANKED, 11, 1).people()).isEmpty();
    }

    @Test
    void shouldBeReadBackByTraining() throws Exception {
        Path file = folder.resolve("exclude.txt");
        Exclusions.of(RANKED, 1000, 1).write(file, PARTS, List.of());

        ExcludeList read = ExcludeList.read(file);

        assertThat(read.excludes("im1")).isTrue();
        assertThat(read.excludes("im2")).isFalse();
        assertThat(read.excludes("im2", "r_wrist")).isTrue();
        assertThat(read.excludes("im2", "l_wrist")).isFalse();
        assertThat(read.excludes("im5")).isFalse();
    }

    @Test
    void shouldTakeTheSuspectsOutOfTrainingsDataSet() throws Exception {
        List<CheckedPerson> athletes = Athletes.clean().people().subList(0, 3);
        String name = writeAsDataSet(athletes);
        List<Suspicion> suspicions = List.of(
                new Suspicion(athletes.get(0), List.of(0, 1, 2, 3, 4, 5, 6), SuspicionReason.SWAPPED, 3),
                new Suspicion(athletes.get(1), List.of(13), SuspicionReason.LIMB, 2));
        Exclusions.of(suspicions, 100, 1).write(folder.resolve("exclude.txt"), PARTS, List.of("suspects"));

        DataSet all = DataSets.open(name, Purpose.TRAINING);
        DataSet clean = DataSets.open(name + "?exclude=" + folder.resolve("exclude.txt"), Purpose.TRAINING);

        assertThat(all.size()).isEqualTo(3);
        assertThat(clean.size()).isEqualTo(2);
        assertThat(clean.sample(0).id()).isEqualTo("athlete1");
        assertThat(all.sample(1).parts().get(13)).isPresent();
        assertThat(clean.sample(0).parts().get(13)).isEmpty();
        assertThat(clean.sample(0).parts().subList(0, 13)).allMatch(Optional::isPresent);
        assertThat(clean.sample(1).parts()).allMatch(Optional::isPresent);
    }

    private String writeAsDataSet(List<CheckedPerson> athletes) throws IOException {
        List<PredictedPart> rows = new ArrayList<>();
        for (CheckedPerson person : athletes) {
            ImageIO.write(
                    new BufferedImage(300, 300, BufferedImage.TYPE_3BYTE_BGR),
                    "jpg",
                    folder.resolve(person.id() + ".jpg").toFile());
            for (int p = 0; p < 14; p++) {
                rows.add(new PredictedPart(
                        person.id(), PARTS.get(p), person.parts().get(p).orElseThrow()));
            }
        }
        PredictionCsv.write(folder.resolve("labels.csv"), rows);
        return "csv:" + folder.resolve("labels.csv");
    }
}
