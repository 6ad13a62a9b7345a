package pose.ingest.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pose.schema.CaptureClock;

class CaptureTimesTest {

    private static final long NOON = 1_700_000_000_000_000L;
    private static final long STEP = 40_000;
    private static final OptionalLong UNSAID = OptionalLong.empty();

    private final CaptureTimes times = new CaptureTimes();

    @Test
    void shouldNotShowTheNetworksJitter() {
        // given
        Random chance = new Random(1);

        // when
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            long delay = i == 5 ? 0 : chance.nextLong(30_000);
            taken.add(take(i * STEP, NOON + i * STEP + delay, UNSAID).timeUs());
        }

        // then
        for (int i = 100; i < 1000; i++) {
            assertThat(taken.get(i) - NOON - i * STEP).as("picture %d", i).isBetween(0L, 6_000L);
            assertThat(taken.get(i) - taken.get(i - 1)).as("step %d", i).isBetween(STEP - 1000, STEP + 1000);
        }
    }

    @Test
    void shouldFollowADriftingCamera() {
        // given: the camera's clock is slow by 500 in a million
        long last = 0;

        // when
        for (int i = 0; i < 25 * 600; i++) {
            last = take(Math.round(i * STEP * 0.9995), NOON + i * STEP, UNSAID).timeUs();
        }

        // then: 10 minutes made 300 ms, of which what drifts in the window of ten seconds is left
        assertThat(last - NOON - (25 * 600 - 1) * STEP).isBetween(-8_000L, 0L);
    }

    @Test
    void shouldNeverSayThatAPictureWasTakenAfterItArrived() {
        // given: a server that first sends the last two seconds at once
        for (int i = 0; i < 200; i++) {
            long arrival = NOON + Math.max(0, i - 50) * STEP + 1000;

            // when
            CaptureTimes.Taken taken = take(i * STEP, arrival + i, UNSAID);

            // then
            assertThat(taken.timeUs()).as("picture %d", i).isLessThanOrEqualTo(arrival + i);
        }
    }

    @Test
    void shouldPreferTheSendersClock() {
        // when
        CaptureTimes.Taken taken = take(0, NOON, OptionalLong.of(NOON - 150_000));

        // then
        assertThat(taken)
                .isEqualTo(new CaptureTimes.Taken(NOON - 150_000, NOON, CaptureClock.SENDER, Optional.empty()));
    }

    @Test
    void shouldGrowWhereTheSendersClockTakesOver() {
        // given
        long last = 0;
        for (int i = 0; i < 10; i++) {
            last = take(i * STEP, NOON + i * STEP, UNSAID).timeUs();
        }

        // when / then: 150 ms are caught up at half the pace
        for (int i = 10; i < 18; i++) {
            CaptureTimes.Taken taken = take(i * STEP, NOON + i * STEP, OptionalLong.of(NOON + i * STEP - 150_000));
            assertThat(taken.timeUs() - last).as("picture %d", i).isBetween(STEP / 2, STEP);
            assertThat(taken.clock()).isEqualTo(CaptureClock.SENDER);
            last = taken.timeUs();
        }
        assertThat(last).isEqualTo(NOON + 17 * STEP - 150_000);
    }

    @Test
    void shouldGrowWhereTheSendersClockIsLost() {
        // given: a sender ten minutes ahead
        long last = 0;
        for (int i = 0; i < 10; i++) {
            last = take(i * STEP, NOON + i * STEP, OptionalLong.of(NOON + i * STEP + 600_000_000))
                    .timeUs();
        }

        // when
        CaptureTimes.Taken taken = take(10 * STEP, NOON + 10 * STEP, UNSAID);

        // then
        assertThat(taken.clock()).isEqualTo(CaptureClock.HOST);
        assertThat(taken.timeUs()).isEqualTo(last + STEP / 2);
    }

    @Test
    void shouldNotTrustAClockThatIsHoursOffAndSaySoOnce() {
        // when
        CaptureTimes.Taken first = take(0, NOON, OptionalLong.of(NOON - 9_000_000_000L));
        CaptureTimes.Taken second = take(STEP, NOON + STEP, OptionalLong.of(NOON + STEP - 9_000_000_000L));

        // then
        assertThat(first)
                .isEqualTo(new CaptureTimes.Taken(
                        NOON,
                        NOON,
                        CaptureClock.HOST,
                        Optional.of("the camera's clock is 2.5 hours behind and is not trusted: frames carry the time"
                                + " at which they arrive here")));
        assertThat(second)
                .isEqualTo(new CaptureTimes.Taken(NOON + STEP, NOON + STEP, CaptureClock.HOST, Optional.empty()));
    }

    @Test
    void shouldNotUseReportsOfBeforeAResetOfTheStreamsClock() {
        // given
        take(0, NOON, OptionalLong.of(NOON - 100_000));

        // when: the reports do not know of the reset yet, then they do
        times.reset(NOON + STEP);
        CaptureTimes.Taken stale = take(STEP, NOON + STEP, OptionalLong.of(NOON + STEP - 500_000_000));
        CaptureTimes.Taken fresh = take(2 * STEP, NOON + 2 * STEP, OptionalLong.of(NOON + 2 * STEP - 99_000));

        // then
        assertThat(stale.clock()).isEqualTo(CaptureClock.HOST);
        assertThat(fresh.clock()).isEqualTo(CaptureClock.SENDER);
        assertThat(fresh.timeUs()).isGreaterThan(stale.timeUs());
    }

    @Test
    void shouldGrowStrictlyWhateverTheClocksDo() {
        // given
        Random chance = new Random(7);
        long pts = 0;
        long arrival = NOON;
        long last = 0;
        for (int i = 0; i < 50_000; i++) {
            // when
            pts += 1 + chance.nextLong(2 * STEP);
            arrival = Math.max(arrival, NOON + pts + chance.nextLong(-200_000, 200_000));
            if (chance.nextInt(500) == 0) {
                times.reset(arrival);
            }
            OptionalLong sent = chance.nextInt(3) == 0
                    ? UNSAID
                    : OptionalLong.of(
                            arrival + chance.nextLong(-2 * CaptureTimes.TRUSTED_US, 2 * CaptureTimes.TRUSTED_US));
            long time = take(pts, arrival, sent).timeUs();

            // then
            assertThat(time).as("picture %d", i).isGreaterThan(last);
            last = time;
        }
    }

    private CaptureTimes.Taken take(long ptsUs, long arrivalUs, OptionalLong sentUs) {
        return times.taken(ptsUs, arrivalUs, sentUs, CaptureClock.SENDER);
    }
}
