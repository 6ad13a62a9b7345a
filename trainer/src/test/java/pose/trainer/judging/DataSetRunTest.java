package pose.trainer.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Point;
import pose.trainer.csv.PredictionCsv;
import pose.trainer.csv.TruthCsv;
import pose.trainer.data.Sample;

class DataSetRunTest {

    @TempDir
    private Path folder;

    private static List<Optional<Point>> withoutTorso() {
        List<Optional<Point>> truth = new ArrayList<>(FakeData.truth());
        truth.set(FakeData.R_SHOULDER, Optional.empty());
        return truth;
    }

    /** Stage 1 is 30 pixels off, the second 20, at a torso of 100. */
    private static Evaluated evaluated(FakeData data) throws Exception {
        return new DataSetRun(data)
                .run(people -> List.of(
                        Collections.nCopies(people.size(), FakeData.pose(30)),
                        Collections.nCopies(people.size(), FakeData.pose(20))));
    }

    @Test
    void shouldLookAtEveryoneOnceInOrder() throws Exception {
        List<Integer> batches = new ArrayList<>();

        Evaluated evaluated = new DataSetRun(FakeData.of(35)).run(people -> {
            batches.add(people.size());
            return List.of(Collections.nCopies(people.size(), FakeData.pose(0)));
        });

        assertThat(batches).containsExactly(16, 16, 3);
        assertThat(evaluated.people())
                .extracting(EvaluatedPerson::id)
                .isEqualTo(IntStream.range(0, 35).mapToObj(i -> "im" + i).toList());
        assertThat(evaluated.people())
                .extracting(EvaluatedPerson::index)
                .isEqualTo(IntStream.range(0, 35).boxed().toList());
    }

    @Test
    void shouldGiveFiguresByStage() throws Exception {
        // 30 of 100 pixels are beyond 0.2, 20 are exactly 0.2.
        List<StageFigures> figures = evaluated(FakeData.of(3)).figures();

        assertThat(figures)
                .extracting(stage -> stage.pck().figures().mean())
                .containsExactly(OptionalDouble.of(0), OptionalDouble.of(100));
    }

    @Test
    void shouldLeaveOutPeopleWithoutATorsoAlsoTheLast() throws Exception {
        List<Sample> samples = new ArrayList<>(FakeData.of(2).samples());
        samples.add(FakeData.sample("torsoless", withoutTorso(), OptionalDouble.empty()));

        Evaluated evaluated = evaluated(new FakeData(samples));

        assertThat(evaluated.people()).extracting(EvaluatedPerson::id).containsExactly("im0", "im1");
    }

    @Test
    void shouldJudgeByTheHeadWhoeverHasAHeadBox() throws Exception {
        // A scale of 50: 20 pixels are within half of it, 30 are not. Who has no torso counts here and not for PCK.
        List<Sample> samples = new ArrayList<>(FakeData.of(1).samples());
        samples.add(FakeData.sample("torsoless", withoutTorso(), OptionalDouble.of(50)));
        samples.add(FakeData.sample("both", FakeData.truth(), OptionalDouble.of(50)));

        List<StageFigures> figures = evaluated(new FakeData(samples)).figures();

        Figures first = figures.get(0).of("pckh").orElseThrow().figures();
        Figures last = figures.get(1).of("pckh").orElseThrow().figures();
        assertThat(first.mean()).hasValue(0);
        assertThat(last.mean()).hasValue(100);
        assertThat(last.people()).isEqualTo(2);
        assertThat(figures.get(1).pck().figures().people()).isEqualTo(2);
    }

    @Test
    void shouldHaveNoPckhWithoutHeadBoxes() throws Exception {
        assertThat(evaluated(FakeData.of(1)).figures().get(1).of("pckh")).isEmpty();
    }

    @Test
    void shouldPutTheWorstFirst() throws Exception {
        int[] off = {10, 90, 300, 40};

        Evaluated evaluated = new DataSetRun(FakeData.of(4))
                .run(people ->
                        List.of(IntStream.of(off).mapToObj(FakeData::pose).toList()));

        assertThat(evaluated.worstFirst()).extracting(EvaluatedPerson::index).containsExactly(2, 1, 3, 0);
    }

    @Test
    void shouldWriteFilesThatJudgeTheSame() throws Exception {
        List<Sample> samples = new ArrayList<>(FakeData.of(2).samples());
        List<Optional<Point>> some = new ArrayList<>(FakeData.truth());
        some.set(0, Optional.empty());
        samples.add(FakeData.sample("im, \"quoted\"", some, OptionalDouble.of(50)));
        samples.add(FakeData.sample("torsoless", withoutTorso(), OptionalDouble.of(50)));
        Evaluated evaluated = evaluated(new FakeData(samples));

        EvaluatedCsv.writeTruth(folder.resolve("t.csv"), evaluated);
        EvaluatedCsv.writePredictions(folder.resolve("p.csv"), evaluated);

        JudgedFiles files =
                JudgedFiles.of(TruthCsv.read(folder.resolve("t.csv")), PredictionCsv.read(folder.resolve("p.csv")));
        assertThat(files.judged()).isEqualTo(evaluated.byTorso(1));
        assertThat(files.missing()).isZero();
        assertThat(files.strangers()).isEmpty();
    }
}
