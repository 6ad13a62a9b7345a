package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EnginePaceTest {

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    @Test
    void shouldKeepTheUsualTimeoutsForAFastEngine() {
        EnginePace fast = new EnginePace(Duration.ofMillis(130), 16);

        assertThat(fast.transactionTimeout(SHORTEST)).isEqualTo(SHORTEST);
        assertThat(fast.pollInterval()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void shouldGiveASlowEngineTheTimeOfSeveralBatches() {
        EnginePace slow = new EnginePace(Duration.ofSeconds(30), 16);

        assertThat(slow.transactionTimeout(SHORTEST)).isEqualTo(Duration.ofMinutes(3));
        assertThat(slow.pollInterval()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void shouldNotAskForLongerTransactionsThanBrokersAllow() {
        assertThat(new EnginePace(Duration.ofMinutes(10), 16).transactionTimeout(SHORTEST))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void shouldLookSecondsAheadButTwoBatchesAtLeast() {
        assertThat(new EnginePace(Duration.ofMillis(160), 16).framesAhead()).isEqualTo(200);
        assertThat(new EnginePace(Duration.ofSeconds(30), 16).framesAhead()).isEqualTo(32);
        assertThat(new EnginePace(Duration.ZERO, 16).framesAhead()).isEqualTo(512);
        assertThat(new EnginePace(Duration.ZERO, 1024).framesAhead()).isEqualTo(2048);
    }
}
