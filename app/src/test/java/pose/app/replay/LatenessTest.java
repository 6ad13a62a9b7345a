package pose.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenessTest {

    private final Lateness lateness = new Lateness();

    @Test
    void shouldTellRanksAndTheGreatest() {
        for (int i = 1; i <= 100; i++) {
            lateness.add(i * 100_000L - 1);
        }

        assertThat(lateness.quantileMillis(0.5)).isEqualTo(5.0);
        assertThat(lateness.quantileMillis(0.99)).isEqualTo(9.9);
        assertThat(lateness.quantileMillis(1)).isEqualTo(lateness.maxMillis()).isEqualTo(9.999999);
    }

    @Test
    void shouldCountWhatIsSecondsLateByTheMillisecond() {
        lateness.add(99_999_999);
        lateness.add(100_000_000);
        lateness.add(90_000_000_000L);

        assertThat(lateness.laterThan(100)).isEqualTo(2);
        assertThat(lateness.quantileMillis(0.3)).isEqualTo(100);
        assertThat(lateness.quantileMillis(0.99)).isEqualTo(90_000);
    }

    @Test
    void shouldTellNothingOfNothing() {
        assertThat(lateness.quantileMillis(0.5)).isNaN();
        assertThat(lateness.maxMillis()).isNaN();
    }
}
