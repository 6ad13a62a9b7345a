package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameQueueTest {

    private static final long DELAY = Duration.ofMillis(20).toNanos();

    private final FrameQueue queue = new FrameQueue(new BatchPolicy(3, Duration.ofMillis(20), 7));

    @Test
    void shouldNeverBeDueWhileNothingWaits() {
        assertThat(queue.nanosUntilDue(5)).isEqualTo(FrameQueue.NEVER);
    }

    @Test
    void shouldBeDueADelayAfterTheOldestFrame() {
        // given
        add(0, 100);
        add(1, 100 + DELAY / 2);

        // then
        assertThat(queue.nanosUntilDue(100)).isEqualTo(DELAY);
        assertThat(queue.nanosUntilDue(100 + DELAY - 1)).isEqualTo(1);
        assertThat(queue.nanosUntilDue(100 + DELAY)).isZero();
    }

    @Test
    void shouldBeDueAtOnceWhenABatchIsFull() {
        add(0, 100);
        add(1, 100);
        assertThat(queue.nanosUntilDue(100)).isPositive();

        add(2, 100);

        assertThat(queue.nanosUntilDue(100)).isZero();
    }

    @Test
    void shouldTakeTheOldestFirstAndNoMoreThanABatch() {
        for (int i = 0; i < 5; i++) {
            add(i, 100 + i);
        }

        List<PendingFrame> batch = queue.take();

        assertThat(sequences(batch)).containsExactly(0L, 1L, 2L);
        assertThat(queue.nanosUntilDue(103)).isEqualTo(DELAY); // now frame 3 is the oldest
        assertThat(sequences(queue.take())).containsExactly(3L, 4L);
    }

    @Test
    void shouldBeDueByDifferencesWhenTheClockWraps() {
        add(0, Long.MAX_VALUE - 5);

        assertThat(queue.nanosUntilDue(Long.MIN_VALUE + 4)).isEqualTo(DELAY - 10);
    }

    @Test
    void shouldHaveRoomUpToItsBytes() {
        add(0, 0); // 3 bytes each
        assertThat(queue.hasRoomFor(Frames.request(1))).isTrue();
        add(1, 0);

        assertThat(queue.hasRoomFor(Frames.request(2))).isFalse();
        queue.take();
        assertThat(queue.bytes()).isZero();
        assertThat(queue.hasRoomFor(Frames.request(2))).isTrue();
    }

    @Test
    void shouldTakeAFrameOfAnySizeWhenEmpty() {
        FrameRequest huge = new FrameRequest(Frames.frame(0, new byte[100]));

        assertThat(queue.hasRoomFor(huge)).isTrue();
    }

    @Test
    void shouldForgetARemovedFrame() {
        PendingFrame oldest = add(0, 100);
        add(1, 200);

        assertThat(queue.remove(oldest)).isTrue();

        assertThat(queue.remove(oldest)).isFalse();
        assertThat(queue.bytes()).isEqualTo(3);
        assertThat(queue.nanosUntilDue(200)).isEqualTo(DELAY);
        assertThat(sequences(queue.drain())).containsExactly(1L);
        assertThat(queue.size()).isZero();
        assertThat(queue.bytes()).isZero();
    }

    @Test
    void shouldRefuseAPolicyOutOfRange() {
        assertThatThrownBy(() -> new BatchPolicy(0, Duration.ZERO, 1)).hasMessageContaining("maxBatch is 0");
        assertThatThrownBy(() -> new BatchPolicy(1025, Duration.ZERO, 1)).hasMessageContaining("1 to 1024");
        assertThatThrownBy(() -> new BatchPolicy(1, Duration.ofMillis(-1), 1))
                .hasMessageContaining("maxDelay is -1 ms");
        assertThatThrownBy(() -> new BatchPolicy(1, Duration.ofSeconds(11), 1)).hasMessageContaining("0 to 10000 ms");
        assertThatThrownBy(() -> new BatchPolicy(1, Duration.ZERO, 0)).hasMessageContaining("maxQueuedBytes is 0");
    }

    private PendingFrame add(long sequence, long now) {
        PendingFrame frame = new PendingFrame(Frames.request(sequence), now);
        queue.add(frame);
        return frame;
    }

    private static List<Long> sequences(List<PendingFrame> frames) {
        return frames.stream().map(f -> f.frame().getSequence()).toList();
    }
}
