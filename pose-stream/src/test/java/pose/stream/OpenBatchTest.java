package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenBatchTest {

    private static final long DELAY = Duration.ofMillis(20).toNanos();

    private final OpenBatch batch = new OpenBatch(
            new BatchPolicy(3, Duration.ofMillis(20), 7), FakeInference.free().pin());

    @Test
    void shouldBeDueADelayAfterItsOldestFrame() {
        // given a younger frame that came in first: cameras take turns
        add(100 + DELAY / 2);
        add(100);

        // then
        assertThat(batch.nanosUntilDue(100)).isEqualTo(DELAY);
        assertThat(batch.nanosUntilDue(100 + DELAY - 1)).isEqualTo(1);
        assertThat(batch.nanosUntilDue(100 + DELAY)).isZero();
    }

    @Test
    void shouldBeDueAtOnceWhenItIsFull() {
        add(100);
        add(100);
        assertThat(batch.nanosUntilDue(100)).isPositive();

        add(100);

        assertThat(batch.full()).isTrue();
        assertThat(batch.nanosUntilDue(100)).isZero();
    }

    @Test
    void shouldBeDueByDifferencesWhenTheClockWraps() {
        add(Long.MAX_VALUE - 5);

        assertThat(batch.nanosUntilDue(Long.MIN_VALUE + 4)).isEqualTo(DELAY - 10);
    }

    private void add(long now) {
        batch.add(new PendingFrame(Frames.request(0), now));
    }
}
