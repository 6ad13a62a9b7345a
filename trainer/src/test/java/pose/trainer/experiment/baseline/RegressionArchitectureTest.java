package pose.trainer.experiment.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionArchitectureTest {

    @Test
    void shouldHaveVgg16sParametersAndCost() {
        // 1000 outputs in place of 2P: 138,357,544 weights and biases, 15.5 G multiply-adds (Simonyan and Zisserman).
        RegressionArchitecture full = RegressionArchitecture.vgg16(500, 224, 1);

        assertThat(full.parameters()).isEqualTo(138_357_544);
        assertThat(full.multiplyAdds()).isBetween(15_400_000_000L, 15_500_000_000L);
    }

    @Test
    void shouldScaleVgg16ByItsWidth() {
        RegressionArchitecture narrow = RegressionArchitecture.vgg16(14, 64, 0.125);

        assertThat(narrow.blocks())
                .containsExactly(
                        List.of(8, 8), List.of(16, 16), List.of(32, 32, 32), List.of(64, 64, 64), List.of(64, 64, 64));
        assertThat(narrow.hidden()).containsExactly(512, 512);
    }

    @Test
    void shouldHaveFourConvolutions() {
        RegressionArchitecture small = RegressionArchitecture.fourConvolutions(14, 64);

        assertThat(small.blocks()).hasSize(4).allMatch(block -> block.size() == 1);
        assertThat(small.outputs()).isEqualTo(28);
    }

    @Test
    void shouldRefuseAnInputThatPoolingCannotHalve() {
        assertThatThrownBy(() -> RegressionArchitecture.vgg16(14, 80, 1))
                .hasMessageContaining("80")
                .hasMessageContaining("multiple of 32");
    }
}
