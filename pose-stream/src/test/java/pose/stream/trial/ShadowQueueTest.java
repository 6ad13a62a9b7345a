package pose.stream.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShadowQueueTest {

    private final ShadowQueue queue = new ShadowQueue(10);

    @Test
    void shouldGiveTheOldestFirst() {
        queue.add(TrialFrames.served("yard", 1, 3));
        queue.add(TrialFrames.served("yard", 2, 3));

        assertThat(queue.next()).extracting(TrialFrames::sequence).isEqualTo(1L);
        assertThat(queue.next()).extracting(TrialFrames::sequence).isEqualTo(2L);
        assertThat(queue.next()).isNull();
    }

    @Test
    void shouldDropTheOldestWhereThereIsNoRoom() {
        // given
        queue.add(TrialFrames.served("yard", 1, 4));
        queue.add(TrialFrames.served("yard", 2, 4));

        // when
        int dropped = queue.add(TrialFrames.served("yard", 3, 5));

        // then
        assertThat(dropped).isEqualTo(1);
        assertThat(queue.bytes()).isEqualTo(9);
        assertThat(queue.next()).extracting(TrialFrames::sequence).isEqualTo(2L);
    }

    @Test
    void shouldNotTakeWhatIsLargerThanItself() {
        // given
        queue.add(TrialFrames.served("yard", 1, 4));

        // when
        int dropped = queue.add(TrialFrames.served("yard", 2, 11));

        // then
        assertThat(dropped).isEqualTo(1);
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.next()).extracting(TrialFrames::sequence).isEqualTo(1L);
    }

    @Test
    void shouldNeverHoldMoreThanItsBound() {
        for (int i = 0; i < 1000; i++) {
            queue.add(TrialFrames.served("yard", i, 1 + i % 12));

            assertThat(queue.bytes()).isBetween(0L, 10L);
        }
    }
}
