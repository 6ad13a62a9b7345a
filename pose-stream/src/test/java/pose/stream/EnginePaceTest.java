package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EnginePaceTest {

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    @Test
    void shouldKeepTheUsualTimeoutsForAFastEngine() {
        EnginePace fast = new EnginePace(Duration.ofMillis(130));

        assertThat(fast.transactionTimeout(SHORTEST)).isEqualTo(SHORTEST);
        assertThat(fast.pollInterval()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void shouldGiveASlowEngineTheTimeOfSeveralBatches() {
        EnginePace slow = new EnginePace(Duration.ofSeconds(30));

        assertThat(slow.transactionTimeout(SHORTEST)).isEqualTo(Duration.ofMinutes(3));
        assertThat(slow.pollInterval()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void shouldNotAskForLongerTransactionsThanBrokersAllow() {
        assertThat(new EnginePace(Duration.ofMinutes(10)).transactionTimeout(SHORTEST))
                .isEqualTo(Duration.ofMinutes(15));
    }
}
