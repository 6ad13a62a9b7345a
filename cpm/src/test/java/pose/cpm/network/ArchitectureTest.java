package pose.cpm.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private final Architecture paper = Preset.PAPER.architecture(14, 6);

    @Test
    void shouldSeeAsFarAsFigure2OfThePaperSays() {
        assertThat(List.of(paper.receptiveField(1), paper.receptiveField(2), paper.receptiveField(3)))
                .containsExactly(160, 400, 640);
    }

    @Test
    void shouldGrowStageOnesFieldLayerByLayerAsInFigure2() {
        List<String> chains = List.of(
                "conv9x128",
                "conv9x128 pool conv9x128",
                "conv9x128 pool conv9x128 pool conv9x128",
                "conv9x128 pool conv9x128 pool conv9x128 pool conv5x32",
                "conv9x128 pool conv9x128 pool conv9x128 pool conv5x32 conv9x512");
        assertThat(chains.stream().map(ArchitectureTest::fieldOf)).containsExactly(9, 26, 60, 96, 160);
    }

    private static int fieldOf(String words) {
        List<Layer> layers = Architecture.layers(words);
        int stride = layers.stream().mapToInt(Layer::stride).reduce(1, (a, b) -> a * b);
        return new Architecture("chain", 1, 1, stride, 1, false, layers, List.of(), layers, false, List.of())
                .receptiveField(1);
    }

    @Test
    void shouldCostAbout175BillionMultiplyAddsAFrameAtThePapersSize() {
        assertThat(paper.multiplyAdds() / 1e9).isBetween(170.0, 180.0);
    }

    @Test
    void shouldMapThePapersInputToFortySixCells() {
        assertThat(paper.mapSize()).isEqualTo(46);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void shouldReadTheWordsItWrites(Preset preset) {
        Architecture a = preset.architecture(14, 3);
        assertThat(Architecture.layers(Architecture.words(a.features()))).isEqualTo(a.features());
        assertThat(Architecture.layers(Architecture.words(a.laterHead()))).isEqualTo(a.laterHead());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "conv", "conv9", "conv8x12", "conv9x0", "res3x12/2", "pool3", "conv9x12x4"})
    void shouldNameTheWordThatIsNoLayer(String word) {
        assertThatThrownBy(() -> Layer.parse(word)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseAnInputThatTheStrideDoesNotDivide() {
        assertThatThrownBy(() -> paper.withInputSize(370))
                .hasMessageContaining("inputSize is 370")
                .hasMessageContaining("multiple of 8");
    }

    @Test
    void shouldNameThePresetsThereAre() {
        assertThatThrownBy(() -> Preset.named("huge"))
                .hasMessageContaining("'huge'")
                .hasMessageContaining("paper, lite, tiny");
    }
}
