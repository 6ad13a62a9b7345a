package pose.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final double[] MINUTES =
            IntStream.range(0, 40).mapToDouble(i -> i / 2.0).toArray();

    @Test
    void shouldFindTheSlopeOfTheLaterHalfAlone() {
        // given: a steep start, then 3 a minute
        double[] values = IntStream.range(0, 40)
                .mapToDouble(i -> i < 20 ? 100.0 * i : 5000 + 3 * MINUTES[i])
                .toArray();

        // when
        Trend trend = Trend.ofLaterHalf(MINUTES, values);

        // then
        assertThat(trend.slope()).isCloseTo(3, within(1e-9));
        assertThat(trend.standardError()).isCloseTo(0, within(1e-9));
        assertThat(trend.readings()).isEqualTo(20);
        assertThat(trend.isFlat()).isFalse();
    }

    @Test
    void shouldTakeScatterAroundALevelForFlat() {
        // given
        Random random = new Random(4);
        double[] values = IntStream.range(0, 40)
                .mapToDouble(i -> 500 + random.nextGaussian())
                .toArray();

        // when
        Trend trend = Trend.ofLaterHalf(MINUTES, values);

        // then
        assertThat(trend.standardError()).isBetween(0.01, 0.2);
        assertThat(trend.isFlat()).isTrue();
    }

    @Test
    void shouldNotTakeALeakUnderTheScatterForFlat() {
        // given
        Random random = new Random(4);
        double[] values = IntStream.range(0, 40)
                .mapToDouble(i -> 500 + MINUTES[i] + random.nextGaussian())
                .toArray();

        // when
        Trend trend = Trend.ofLaterHalf(MINUTES, values);

        // then
        assertThat(trend.isFlat()).isFalse();
    }

    @Test
    void shouldTrustReadingsLessThatFollowEachOther() {
        // given: a slow wave around a level, of which the later half sees the rise
        double[] values = IntStream.range(0, 40)
                .mapToDouble(i -> 500 + 5 * Math.sin(i / 4.0) + 0.1 * (i % 2))
                .toArray();
        double[] shuffled = values.clone();
        Random random = new Random(1);
        for (int i = 39; i > 20; i--) {
            int other = 20 + random.nextInt(i - 19);
            double kept = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = kept;
        }

        // when
        Trend wave = Trend.ofLaterHalf(MINUTES, values);
        Trend noise = Trend.ofLaterHalf(MINUTES, shuffled);

        // then
        assertThat(wave.standardError()).isGreaterThan(2 * noise.standardError());
    }
}
