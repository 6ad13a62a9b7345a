package pose.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private final Spread spread = new Spread();

    @Test
    void shouldTellTheMeanExactlyAndQuantilesToOnePerCent() {
        IntStream.rangeClosed(1, 1000).forEach(i -> spread.add(i / 10.0));

        assertThat(spread.mean()).isCloseTo(50.05, withinPercentage(1e-9));
        assertThat(spread.quantile(0.5)).isCloseTo(50, withinPercentage(1.01));
        assertThat(spread.quantile(0.95)).isCloseTo(95, withinPercentage(1.01));
        assertThat(spread.largest()).isEqualTo(100);
    }

    @Test
    void shouldTellZeroWhereNothingDiffers() {
        IntStream.range(0, 10).forEach(i -> spread.add(0));

        assertThat(spread.mean()).isZero();
        assertThat(spread.quantile(0.95)).isZero();
    }

    @Test
    void shouldTellNoNumberOfNothing() {
        assertThat(spread.mean()).isNaN();
        assertThat(spread.quantile(0.5)).isNaN();
        assertThat(spread.largest()).isNaN();
    }

    @Test
    void shouldNeverTellMoreThanTheLargest() {
        spread.add(1e9);

        assertThat(spread.quantile(1)).isLessThanOrEqualTo(1e9);
    }
}
