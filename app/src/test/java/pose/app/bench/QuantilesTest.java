package pose.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void shouldTakeTheNearestRankInTheUnitAskedFor() {
        // given
        LongStream micros = LongStream.rangeClosed(1, 1000).map(i -> 1001 - i).map(i -> i * 1000);

        // when
        Quantiles quantiles = Quantiles.of(micros, 1e3);

        // then
        assertThat(quantiles).isEqualTo(new Quantiles(1000, 500, 950, 990, 1000));
    }

    @Test
    void shouldBeThatOneValueWhereThereIsOne() {
        assertThat(Quantiles.of(LongStream.of(7), 1)).isEqualTo(new Quantiles(1, 7, 7, 7, 7));
    }

    @Test
    void shouldBeNoNumbersWhereThereAreNoValues() {
        // when
        Quantiles quantiles = Quantiles.of(LongStream.empty(), 1);

        // then
        assertThat(quantiles.count()).isZero();
        assertThat(quantiles.p50()).isNaN();
        assertThat(quantiles.max()).isNaN();
        assertThat(Quantiles.median()).isNaN();
    }

    @Test
    void shouldTakeTheMeanOfTheTwoInTheMiddle() {
        assertThat(Quantiles.median(4, 1, 3, 10)).isEqualTo(3.5);
        assertThat(Quantiles.median(4, 1, 10)).isEqualTo(4);
    }
}
