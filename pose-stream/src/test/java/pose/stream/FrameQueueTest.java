package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameQueueTest {

    private final FrameQueue queue = new FrameQueue(7);

    @Test
    void shouldGiveOneCamerasFramesInTheirOrder() {
        for (int i = 0; i < 3; i++) {
            add("yard", i);
        }

        assertThat(all()).containsExactly("yard 0", "yard 1", "yard 2");
        assertThat(queue.next()).isNull();
    }

    @Test
    void shouldLetTheCamerasTakeTurns() {
        // given a backlog of one camera, then two others
        for (int i = 0; i < 4; i++) {
            add("yard", i);
        }
        add("gate", 0);
        add("gate", 1);
        add("roof", 0);

        assertThat(all()).containsExactly("yard 0", "gate 0", "roof 0", "yard 1", "gate 1", "yard 2", "yard 3");
    }

    @Test
    void shouldLetACameraThatComesBackWaitForItsTurn() {
        // given
        add("yard", 0);
        add("gate", 0);
        queue.next();

        // when
        add("yard", 1);

        // then
        assertThat(all()).containsExactly("gate 0", "yard 1");
    }

    @Test
    void shouldHaveRoomUpToItsBytes() {
        add("yard", 0); // 3 bytes each
        assertThat(queue.hasRoomFor(Frames.request(1))).isTrue();
        add("yard", 1);

        assertThat(queue.hasRoomFor(Frames.request(2))).isFalse();
        all();
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
        PendingFrame oldest = add("yard", 0);
        add("yard", 1);
        PendingFrame alone = add("gate", 2);

        assertThat(queue.remove(oldest)).isTrue();
        assertThat(queue.remove(alone)).isTrue();

        assertThat(queue.remove(oldest)).isFalse();
        assertThat(queue.remove(alone)).isFalse();
        assertThat(queue.bytes()).isEqualTo(3);
        assertThat(queue.drain()).extracting(f -> f.frame().getSequence()).containsExactly(1L);
        assertThat(queue.size()).isZero();
        assertThat(queue.bytes()).isZero();
    }

    @Test
    void shouldKnowTheOldestOfAllCamerasAlsoWhenTheClockWraps() {
        // given
        queue.add(new PendingFrame(Frames.of("yard", 0), Long.MIN_VALUE + 3));
        queue.add(new PendingFrame(Frames.of("gate", 1), Long.MAX_VALUE - 5));

        // then
        assertThat(queue.oldest(Long.MIN_VALUE + 10))
                .hasValueSatisfying(
                        oldest -> assertThat(oldest.frame().getCamera()).isEqualTo("gate"));
    }

    @Test
    void shouldRefuseAPolicyOutOfRange() {
        assertThatThrownBy(() -> new BatchPolicy(0, Duration.ZERO, 1)).hasMessageContaining("maxBatch is 0");
        assertThatThrownBy(() -> new BatchPolicy(1025, Duration.ZERO, 1)).hasMessageContaining("1 to 1024");
        assertThatThrownBy(() -> new BatchPolicy(1, Duration.ofMillis(-1), 1))
                .hasMessageContaining("maxDelay is -1 ms");
        assertThatThrownBy(() -> new BatchPolicy(1, Duration.ofSeconds(11), 1)).hasMessageContaining("0 to 10000 ms");
        assertThatThrownBy(() -> new BatchPolicy(1, Duration.ZERO, 0)).hasMessageContaining("maxQueuedBytes is 0");
        assertThatThrownBy(() -> new BatchPolicy(1, Duration.ZERO, 1, Optional.of(Duration.ZERO)))
                .hasMessageContaining("maxAge is 0 ms");
    }

    private PendingFrame add(String camera, long sequence) {
        PendingFrame frame = new PendingFrame(Frames.of(camera, sequence), 0);
        queue.add(frame);
        return frame;
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        for (PendingFrame next = queue.next(); next != null; next = queue.next()) {
            all.add(next.frame().getCamera() + " " + next.frame().getSequence());
        }
        return all;
    }
}
