package pose.trainer.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Keypoint;
import pose.trainer.TrainingListener;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.SyntheticDataSet;
import pose.trainer.judging.Figures;

class FoldPredictionsTest {

    private static final String TINY = """
            preset: tiny
            stages: 1
            phases: [{ epochs: 2, inputSize: 32 }]
            batch: 8
            engine: mxnet
            """;

    private static final TrainingListener SILENT = new TrainingListener() {
        @Override
        public void stepped(Progress progress) {}

        @Override
        public void judged(int epoch, Figures pck, boolean best) {}
    };

    @TempDir
    private Path folder;

    @Test
    void shouldPredictEverybodyByANetworkThatSawOnlyOthers() throws Exception {
        CheckedPeople people = some(60);
        DataSet data = Athletes.inGrey(people);

        Predictions found =
                new FoldPredictions(data, people, FoldExperiment.parse(TINY, folder), 2).predict(false, fold -> SILENT);

        assertThat(found.byId()).hasSize(60);
        assertThat(found.of(people.people().get(59))).hasSize(14).allMatch(Optional::isPresent);
        assertThat(Files.readString(folder.resolve("fold-1/experiment.yaml"))).contains("preset: \"tiny\"");
        assertThat(folder.resolve("fold-2/last.checkpoint")).exists();
        List<Keypoint> once = keypoints(found, people);
        Predictions again =
                new FoldPredictions(data, people, FoldExperiment.parse(TINY, folder), 2).predict(true, fold -> SILENT);
        assertThat(keypoints(again, people)).isEqualTo(once);
    }

    private static CheckedPeople some(int number) {
        return new CheckedPeople(Athletes.SKELETON, Athletes.clean().people().subList(0, number));
    }

    private static List<Keypoint> keypoints(Predictions predictions, CheckedPeople people) {
        return people.people().stream()
                .flatMap(person -> predictions.of(person).stream())
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void shouldDealPeopleSoThatNeighboursStayTogether() {
        Fold first = Fold.where(Athletes.inGrey(some(100)), "first", i -> Fold.of(i, 2) == 0);

        assertThat(first.indices())
                .containsExactlyElementsOf(IntStream.range(0, 100)
                        .filter(i -> i < 20 || (i >= 40 && i < 60) || i >= 80)
                        .boxed()
                        .toList());
        assertThat(first.size()).isEqualTo(60);
        assertThat(sampleId(first, 20)).isEqualTo(sampleId(first.whole(), 40));
    }

    private static String sampleId(DataSet data, int index) {
        try {
            return data.sample(index).id();
        } catch (DataSetException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldSayWhereThereAreTooFewToLearnFrom() throws Exception {
        CheckedPeople people = some(22);
        DataSet data = Athletes.inGrey(people);
        FoldPredictions folds = new FoldPredictions(data, people, FoldExperiment.parse(TINY, folder), 2);

        assertThatThrownBy(() -> folds.predict(false, fold -> SILENT))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("22 people in 2 folds leave 2")
                .hasMessageContaining("a batch of 8");
    }

    @Test
    void shouldKeepDataAndFoldersItsOwn() {
        String yaml = TINY + "data: { training: [\"lspet:elsewhere\"], leastParts: 9 }\nrun: elsewhere\nseed: 7\n";

        FoldExperiment experiment = FoldExperiment.parse(yaml, folder);

        var own = experiment.of(1, new SyntheticDataSet(3, 5));
        assertThat(own.data().training()).containsExactly("synthetic:athlete 5-7");
        assertThat(own.data().leastParts()).isEqualTo(9);
        assertThat(own.run()).isEqualTo(folder.resolve("fold-2"));
        assertThat(own.seed()).isEqualTo(7);
        assertThat(FoldExperiment.small(folder)
                        .of(0, new SyntheticDataSet(3, 5))
                        .preset())
                .isEqualTo("lite");
        assertThatThrownBy(() -> FoldExperiment.parse("stages: 99", folder)).hasMessageContaining("stages is 99");
    }
}
