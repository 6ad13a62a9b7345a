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
    @EnumSource(value = Preset.class, mode = EnumSource.Mode.EXCLUDE, names = "LOCATOR")
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

    @Test
    void shouldGiveThreeMapsOfQuarteredCellsForALocatorAndSeeMoreThanThePictureIsWide() {
        Architecture locator = Preset.LOCATOR.architecture(1, 2);

        assertThat(locator.input()).isEqualTo(new Size(384, 216));
        assertThat(locator.grid()).isEqualTo(new Size(48, 27));
        assertThat(locator.maps()).isEqualTo(3 * 4);
        assertThat(locator.inputValues()).isEqualTo(3 * 384 * 216);
        assertThat(locator.outputValues()).isEqualTo(12 * 48 * 27);
        assertThat(locator.hasCentreMap()).isFalse();
        assertThat(locator.receptiveField(1)).isGreaterThan(216);
        assertThat(locator.receptiveField(2)).isGreaterThan(384);
    }

    @Test
    void shouldCostALocatorNoMoreThanTenMillisecondsOfACoreOf120GigaflopsASecond() {
        assertThat(Preset.LOCATOR.architecture(1, 2).multiplyAdds() * 2 / 120e9).isLessThan(0.010);
    }

    @Test
    void shouldHaveOnePartInALocator() {
        assertThatThrownBy(() -> Preset.LOCATOR.architecture(14, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parts is 14; allowed: 1 for a locator");
    }

    @Test
    void shouldEstimatePosesInSquaresOnly() {
        assertThatThrownBy(() -> paper.withInput(new Size(368, 360)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("input is 368×360; allowed: a square, for poses");
    }

    @ParameterizedTest
    @ValueSource(ints = {217, 65544, 2147483640})
    void shouldBoundBothSidesOfTheInput(int height) {
        Architecture locator = Preset.LOCATOR.architecture(1, 2);
        assertThatThrownBy(() -> locator.withInput(new Size(384, height)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inputSize is " + height + "; allowed:");
    }

    @Test
    void shouldHaveNoSideOfAnInputThatIsNoSquare() {
        Architecture locator = Preset.LOCATOR.architecture(1, 2);
        assertThatThrownBy(locator::inputSize).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(locator::mapSize).isInstanceOf(IllegalStateException.class);
    }
}
