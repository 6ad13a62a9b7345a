package pose.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrackingCostTest {

    @Test
    void shouldFollowTwelvePeopleInAFifthOfAMillisecondAFrameAndTenKilobytes() throws BrokenTracksException {
        // when
        TrackingCost cost = TrackingCost.of(12, 4000);

        // then
        assertThat(cost.followed()).isGreaterThanOrEqualTo(10);
        assertThat(cost.medianMicros()).isLessThan(200);
        assertThat(cost.bytes()).isLessThan(10 * 1024);
    }
}
