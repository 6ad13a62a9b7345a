package pose.stream.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShadowInboxTest {

    private static final Duration BOUND = Duration.ofMillis(5);

    private Optional<Duration> oldest = Optional.empty();
    private final ShadowInbox inbox = new ShadowInbox(new ShadowQueue(1000), () -> oldest, BOUND);

    @Test
    void shouldGiveAFrameWhileTheStreamIsAtRest() {
        inbox.offer(TrialFrames.served("yard", 1, 10));
        oldest = Optional.of(BOUND);

        assertThat(inbox.poll()).isNotNull();
    }

    @Test
    void shouldGiveNoneWhileAFrameOfTheStreamWaits() {
        inbox.offer(TrialFrames.served("yard", 1, 10));
        oldest = Optional.of(BOUND.plusNanos(1));

        assertThat(inbox.poll()).isNull();
        oldest = Optional.empty();
        assertThat(inbox.poll()).isNotNull();
    }

    /** One engine, 10 ms a frame whoever asks; a simulation of 20 s by a clock of its own. */
    @Test
    void shouldTakeLessTheMoreTheStreamHasToDoAndNothingOfItsThroughput() {
        Day light = new Day(40).run();
        Day heavy = new Day(11).run();
        Day full = new Day(9).run();

        // A frame each 40 ms leaves time for another look at each; each 11 ms for hardly any; each 9 ms for none.
        assertThat(light.looked).isGreaterThan(450);
        assertThat(light.served).isEqualTo(light.came);
        assertThat(heavy.looked).isLessThan(light.looked);
        assertThat(heavy.served).isGreaterThanOrEqualTo(heavy.came - 2);
        assertThat(full.looked).isLessThan(20);
        assertThat(full.served).isGreaterThan(1_980);
    }

    /** A stream, its engine and the shadow that shares it, in steps of a millisecond. */
    private static final class Day {

        private static final int LOOK_MILLIS = 10;

        private final int every;
        private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
        private int now;
        private int came;
        private int served;
        private int looked;
        private int free;

        private final ShadowInbox inbox = new ShadowInbox(
                new ShadowQueue(1000),
                () -> Optional.ofNullable(waiting.peekFirst()).map(since -> Duration.ofMillis(now - since)),
                BOUND);

        /** @param every how many milliseconds a frame comes */
        Day(int every) {
            this.every = every;
        }

        Day run() {
            for (now = 0; now < 20_000; now++) {
                if (now % every == 0) {
                    waiting.addLast(now);
                    came++;
                }
                if (now < free) {
                    continue;
                }
                if (inHand) {
                    waiting.removeFirst();
                    inbox.offer(TrialFrames.served("yard", served++, 10));
                    inHand = false;
                }
                if (!waiting.isEmpty()) {
                    inHand = true;
                    free = now + LOOK_MILLIS;
                } else if (inbox.poll() != null) {
                    looked++;
                    free = now + LOOK_MILLIS;
                }
            }
            return this;
        }

        private boolean inHand;
    }
}
