package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetsTest {

    @Test
    void shouldRenderAsManyAthletesAsAskedFor() throws Exception {
        assertThat(DataSets.openForJudging("synthetic:12").size()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lspet", "lspet:", "synthetic:0", "synthetic:many", "mpii:folder"})
    void shouldNameTheDataSetsThereAre(String name) {
        assertThatThrownBy(() -> DataSets.openForJudging(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("lspet:DIR, synthetic:COUNT");
    }
}
