package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
