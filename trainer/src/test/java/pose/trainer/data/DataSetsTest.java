package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pose.skeleton.Skeleton;

class DataSetsTest {

    @Test
    void shouldRenderAsManyAthletesAsAskedFor() throws Exception {
        assertThat(DataSets.open("synthetic:12", Purpose.JUDGING).size()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lspet", "lspet:", "worms:folder"})
    void shouldNameTheDataSetsThereAre(String name) {
        assertThatThrownBy(() -> DataSets.open(name, Purpose.JUDGING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("lspet:DIR")
                .hasMessageContaining("synthetic:COUNT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "synthetic:0 | a whole number from 1 to 999999",
                "synthetic:many | a whole number from 1 to 999999",
                "synthetic:5?seed=x | seed=x is not allowed",
                "synthetic:5?worms=3 | option 'worms=3' is unknown; allowed: ",
                "synthetic:5?seed=1&seed=2 | given twice",
                "synthetic:5?seed=1&x | 'x' is no option; allowed: key=value",
                "lspet:some/folder?first=0 | first=0 is not allowed; allowed: a whole number from 1",
            })
    void shouldNameTheOptionThatIsWrongAndWhatIsAllowed(String name, String message) {
        assertThatThrownBy(() -> DataSets.open(name, Purpose.JUDGING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining(message);
    }

    @Test
    void shouldRenderSeveralAthletesAPictureWithTheFirstAsTheSubject() throws Exception {
        DataSet data = DataSets.open("synthetic:2?people=3&seed=5", Purpose.TRAINING);

        Sample sample = data.sample(1);

        assertThat(data.name()).isEqualTo("synthetic:athlete 5-6 of 3 people");
        assertThat(sample.others()).hasSize(2).doesNotContain(sample.parts());
        double middle = sample.picture().width() / 2.0;
        assertThat(sample.subjectBox().centre().x()).isBetween(0.5 * middle, 1.5 * middle);
    }

    @Test
    void shouldRenderAthletesInTheSkeletonAskedFor() throws Exception {
        DataSet data = DataSets.open("synthetic:2?skeleton=coco17", Purpose.TRAINING);

        assertThat(data.skeleton()).isEqualTo(Skeleton.COCO17);
        assertThat(data.sample(0).parts().get(0)).isEmpty();
        assertThat(data.sample(0).parts().get(16)).isPresent();
    }

    @Test
    void shouldRefuseAnotherSkeletonThanTheCallers() {
        Selection lsp = Selection.EVERYONE.in(Skeleton.LSP14);

        assertThatThrownBy(() -> DataSets.open("synthetic:2?skeleton=coco17", Purpose.TRAINING, lsp))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("skeleton=coco17 is not allowed here; allowed: lsp14");
    }

    @Test
    void shouldShareNoAthleteBetweenTrainingAndJudging() throws Exception {
        DataSet training = DataSets.open("synthetic:999999", Purpose.TRAINING);
        DataSet judging = DataSets.open("synthetic:999999", Purpose.JUDGING);

        assertThat(training.name()).isEqualTo("synthetic:athlete 1000000-1999998");
        assertThat(judging.name()).isEqualTo("synthetic:athlete 900000000-900999998");
    }

    @Test
    void shouldTakeAQuestionMarkInAPathForWhatItIs() {
        assertThat(DataSetName.parse("lspet:what?/where").path()).isEqualTo("what?/where");
        assertThat(DataSetName.parse("lspet:what?/where?last=3").path()).isEqualTo("what?/where");
    }
}
