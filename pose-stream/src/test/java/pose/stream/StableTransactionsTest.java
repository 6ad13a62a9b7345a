package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StableTransactionsTest {

    private final StableTransactions clients = new StableTransactions("pose-stream", "left");

    @Test
    void shouldNameAThreadsTransactionsAfterItsInstance() {
        Map<String, Object> config =
                Map.of("transactional.id", "pose-stream-6f1c2f3e-7a3b-4c59-9d1e-0a1b2c3d4e5f-2", "acks", "all");

        assertThat(clients.stable(config))
                .containsExactlyInAnyOrderEntriesOf(Map.of("transactional.id", "pose-stream-left-2", "acks", "all"));
    }

    @Test
    void shouldLeaveAProducerWithoutTransactionsAlone() {
        assertThat(clients.stable(Map.of("acks", "all"))).containsExactlyEntriesOf(Map.of("acks", "all"));
    }
}
