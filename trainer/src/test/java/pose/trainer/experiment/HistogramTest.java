package pose.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void shouldCountWhatLiesBelowAndAboveItsBins() {
        Histogram histogram = Histogram.of(new double[] {Double.NEGATIVE_INFINITY, -0.1, 0, 0.9, 1, 2, 7}, 0, 2, 2);

        assertThat(histogram.below()).isEqualTo(2);
        assertThat(histogram.counts()).containsExactly(2L, 3L);
        assertThat(histogram.total()).isEqualTo(7);
        assertThat(histogram.middle(1)).isEqualTo(1.5);
    }

    @Test
    void shouldFindQuantilesWithinBins() {
        Histogram histogram = new Histogram(0, 4, 2, List.of(4L, 0L, 2L, 2L));

        assertThat(histogram.quantileWithin(0.25)).isCloseTo(0.5, within(1e-9));
        assertThat(histogram.quantileWithin(0.625)).isCloseTo(2.5, within(1e-9));
        assertThat(histogram.quantileWithin(1)).isCloseTo(4, within(1e-9));
        assertThat(new Histogram(0, 4, 2, List.of(0L)).quantileWithin(0.5)).isZero();
    }

    @Test
    void shouldAddWhatWasCountedInTheSameBins() {
        Histogram sum = new Histogram(0, 2, 1, List.of(1L, 2L)).plus(new Histogram(0, 2, 3, List.of(10L, 20L)));

        assertThat(sum).isEqualTo(new Histogram(0, 2, 4, List.of(11L, 22L)));
    }

    @Test
    void shouldRefuseToAddOtherBins() {
        Histogram one = new Histogram(0, 2, 0, List.of(1L));

        assertThatThrownBy(() -> one.plus(new Histogram(0, 3, 0, List.of(1L))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
