package pose.ingest.source.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeLineTest {

    private final TimeLine line = new TimeLine();

    @Test
    void shouldBeginAtZero() {
        assertThat(line.at(5_000_000, 40_000)).isZero();
        assertThat(line.at(5_040_000, 40_000)).isEqualTo(40_000);
    }

    @Test
    void shouldOnlyGrow() {
        assertThat(line.at(1000, 40_000)).isZero();
        assertThat(line.at(1000, 40_000)).isEqualTo(1);
        assertThat(line.at(200, 40_000)).isEqualTo(2);
        assertThat(line.at(41_000, 40_000)).isEqualTo(40_000);
    }

    @Test
    void shouldPlaceAnUnstampedPictureAfterTheOneBeforeIt() {
        assertThat(line.unstamped(40_000)).isZero();
        assertThat(line.unstamped(20_000)).isEqualTo(40_000);
        assertThat(line.unstamped(20_000)).isEqualTo(60_000);
    }
}
