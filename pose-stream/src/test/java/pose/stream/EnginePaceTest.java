package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EnginePaceTest {

    @Test
    void shouldKeepTheUsualTimeoutsForAFastEngine() {
        EnginePace fast = new EnginePace(Duration.ofMillis(130));

        assertThat(fast.transactionTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(fast.pollInterval()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void shouldGiveASlowEngineTheTimeOfSeveralBatches() {
        EnginePace slow = new EnginePace(Duration.ofSeconds(30));

        assertThat(slow.transactionTimeout()).isEqualTo(Duration.ofMinutes(3));
        assertThat(slow.pollInterval()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void shouldNotAskForLongerTransactionsThanBrokersAllow() {
        assertThat(new EnginePace(Duration.ofMinutes(10)).transactionTimeout()).isEqualTo(Duration.ofMinutes(15));
    }
}
