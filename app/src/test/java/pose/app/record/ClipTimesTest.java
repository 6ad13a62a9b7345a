package pose.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClipTimesTest {

    private final ClipTimes times = new ClipTimes(40_000);

    @Test
    void shouldKeepPicturesAsFarApartAsTheyWereTaken() {
        assertThat(times.of(1_000_000)).isZero();
        assertThat(times.of(1_033_333)).isEqualTo(33_333);
        assertThat(times.of(61_000_000)).isEqualTo(60_000_000);
        assertThat(times.setBack()).isZero();
    }

    @Test
    void shouldGoOnWhereCaptureTimesGoBack() {
        times.of(1_000_000);
        times.of(2_000_000);

        assertThat(times.of(1_500_000)).isEqualTo(1_040_000);
        assertThat(times.of(1_510_000)).isEqualTo(1_050_000);
        assertThat(times.setBack()).isEqualTo(1);
    }
}
