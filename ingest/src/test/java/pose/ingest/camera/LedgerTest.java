package pose.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.ingest.Break;
import pose.ingest.CapturedFrame;
import pose.schema.CaptureClock;
import pose.schema.GapReason;

/** Every frame that was, or should have been, has a number, and is either there or part of a gap. */
class LedgerTest {

    private static final long EPOCH = 1_700_000_000_000_000L;
    private static final long INTERVAL = 40_000;

    private final Ledger ledger = new Ledger(EPOCH);
    private final List<Missing> missing = new ArrayList<>();
    private final List<NumberedFrame> frames = new ArrayList<>();
    private long now = EPOCH;

    @Test
    void shouldNumberFramesFromZeroWithoutAGapWhereNothingIsMissing() {
        // when
        connect();
        come(100);

        // then
        assertThat(frames).hasSize(100);
        assertThat(frames.get(99).sequence()).isEqualTo(99);
        assertThat(missing).isEmpty();
    }

    @Test
    void shouldCountAnOutageByTheCamerasRate() {
        // given
        connect();
        come(50);

        // when it is away for what would have been 25 frames
        ledger.lost(GapReason.CAMERA_LOST, "connection refused");
        now += 25 * INTERVAL;
        connect();
        come(1);

        // then
        assertThat(missing).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(GapReason.CAMERA_LOST);
            assertThat(gap.detail()).isEqualTo("connection refused");
            assertThat(gap.firstSequence()).isEqualTo(50);
            assertThat(gap.count()).isEqualTo(25);
            assertThat(gap.untilUs() - gap.fromUs()).isEqualTo(24 * INTERVAL);
        });
        assertThat(frames.get(50).sequence()).isEqualTo(75);
        assertTiled();
    }

    @Test
    void shouldCountAnOutageFromWhereItsLastFrameCameAndNotFromWhereItWasGivenUp() {
        // given: the last frame's end is waited for in vain for five seconds
        connect();
        come(50);
        now += INTERVAL;
        CapturedFrame last = frame(now, CaptureClock.HOST, Optional.empty(), 5_000_000);
        now += 5_000_000;
        take(last);

        // when the camera is away for eight seconds in all
        ledger.lost(GapReason.CAMERA_STALLED, "sends nothing");
        now += 3_000_000;
        missing.addAll(ledger.tick(now));
        connect();
        come(1);

        // then
        assertThat(missing.stream().mapToLong(Missing::count).sum()).isEqualTo(8 * 25);
        assertTiled();
    }

    @Test
    void shouldTellAnOutageThatCostNoFrameAllTheSame() {
        connect();
        come(10);
        ledger.lost(GapReason.CAMERA_LOST, "reset by peer");
        connect();
        come(1);

        assertThat(missing).singleElement().extracting(Missing::count).isEqualTo(0L);
        assertTiled();
    }

    @Test
    void shouldTellALongOutageWhileItLastsAndNoFrameOfItTwice() {
        // given
        connect();
        come(10);
        ledger.lost(GapReason.CAMERA_LOST, "no route");

        // when it lasts 35 s, asked every second
        for (int second = 0; second < 35; second++) {
            now += 1_000_000;
            missing.addAll(ledger.tick(now));
        }
        connect();
        come(1);

        // then told after 1, 11, 21 and 31 seconds, and at the end
        assertThat(missing).hasSize(5);
        assertThat(missing.stream().mapToLong(Missing::count).sum()).isEqualTo(35 * 25);
        assertTiled();
    }

    @Test
    void shouldCountFromTheEpochWhereTheCameraWasNeverThere() {
        // given
        ledger.lost(GapReason.CAMERA_LOST, "connection refused");
        now += 2_000_000;
        missing.addAll(ledger.tick(now));

        // when it is there, with its 25 frames a second
        connect();
        come(1);

        // then that is when it is known how many there would have been
        assertThat(missing.get(0).count()).isZero();
        assertThat(missing.stream().mapToLong(Missing::count).sum()).isEqualTo(51);
        assertThat(missing.get(0).firstSequence()).isZero();
        assertTiled();
    }

    @Test
    void shouldNeverLetTimeGoBackWhenACameraComesBackWithAnEarlierClock() {
        // given
        connect();
        come(10);
        ledger.lost(GapReason.CAMERA_LOST, "rebooted");
        now += 1_000_000;

        // when its clock is a minute behind now
        connect();
        long offset = -60_000_000;
        for (int i = 0; i < 10; i++) {
            now += INTERVAL;
            take(frame(now + offset, CaptureClock.SENDER, Optional.empty()));
        }

        // then our clock stands in for it, with the distances that it tells
        assertTiled();
        assertThat(frames.get(10).clock()).isEqualTo(CaptureClock.HOST);
        assertThat(frames.get(19).captureTimeUs() - frames.get(10).captureTimeUs())
                .isEqualTo(9 * INTERVAL);
        assertThat(missing).singleElement().extracting(Missing::count).isEqualTo(25L);
    }

    @Test
    void shouldSayWhoseClockItIs() {
        connect();
        take(frame(now, CaptureClock.SENDER, Optional.empty()));

        assertThat(frames.get(0).clock()).isEqualTo(CaptureClock.SENDER);
    }

    @Test
    void shouldTellAResetOfTheCamerasClock() {
        // given
        connect();
        come(10);

        // when
        now += INTERVAL;
        take(frame(now, CaptureClock.HOST, Optional.of(new Break(Break.Cause.RESET, 3, "back by 9 s"))));

        // then
        assertThat(missing).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(GapReason.CAMERA_RESET);
            assertThat(gap.count()).isEqualTo(3);
            assertThat(gap.detail()).isEqualTo("back by 9 s");
        });
        assertTiled();
    }

    @Test
    void shouldCountWhatBrokenPacketsCostByTheTimeThatIsMissing() {
        connect();
        come(10);
        now += 4 * INTERVAL;
        take(frame(now, CaptureClock.HOST, Optional.of(new Break(Break.Cause.CORRUPT, 9, "9 packets"))));

        assertThat(missing).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(GapReason.CORRUPT);
            assertThat(gap.count()).isEqualTo(3);
        });
        assertTiled();
    }

    @Test
    void shouldTellAHoleWithinAConnectionAsAStall() {
        connect();
        come(20);
        now += 10 * INTERVAL;
        take(frame(now, CaptureClock.HOST, Optional.empty()));

        assertThat(missing).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(GapReason.CAMERA_STALLED);
            assertThat(gap.count()).isEqualTo(9);
        });
        assertTiled();
    }

    @Test
    void shouldFollowACameraThatSlowsDownForWantOfLight() {
        // given
        connect();
        come(50);

        // when it makes 10 frames a second instead of 25
        for (int i = 0; i < 50; i++) {
            now += 100_000;
            take(frame(now, CaptureClock.HOST, Optional.empty()));
        }

        // then that is no hole
        assertThat(missing).isEmpty();
        assertTiled();
    }

    @Test
    void shouldKnowTheCamerasRateWhileCaptureTimesGoSlowlyForAnotherClocksSake() {
        // given: at half the pace, two seconds behind at last
        connect();
        long beganUs = now;
        for (int i = 1; i <= 100; i++) {
            now += INTERVAL;
            take(frame(beganUs + i * INTERVAL / 2, CaptureClock.SENDER, Optional.empty()));
        }

        // when
        ledger.lost(GapReason.CAMERA_LOST, "connection refused");
        now += 10 * INTERVAL;
        missing.addAll(ledger.end(now));

        // then
        assertThat(missing).singleElement().extracting(Missing::count).isEqualTo(9L);
        assertTiled();
    }

    @Test
    void shouldNotTakeStampsThatStandStillForARate() {
        // given
        connect();
        come(10);
        long stillUs = now - EPOCH;
        for (int i = 1; i <= 100; i++) {
            now += INTERVAL;
            take(new CapturedFrame(
                    now,
                    stillUs + i,
                    64,
                    48,
                    new byte[] {1},
                    Optional.empty(),
                    CaptureClock.HOST,
                    Optional.empty(),
                    0));
        }

        // when
        ledger.lost(GapReason.CAMERA_STALLED, "no new time");
        now += 10 * INTERVAL;
        missing.addAll(ledger.end(now));

        // then
        assertThat(missing).singleElement().extracting(Missing::count).isEqualTo(9L);
    }

    @Test
    void shouldTakeTheHolesOfARecordingForItsOwn() {
        connect();
        come(10);
        now += 100 * INTERVAL;
        take(frame(now, CaptureClock.SOURCE, Optional.empty()));

        assertThat(missing).isEmpty();
    }

    @Test
    void shouldTellAnOutageAtTheEndOfTheRun() {
        connect();
        come(10);
        ledger.lost(GapReason.CAMERA_LOST, "gone");
        missing.addAll(ledger.end(now + 26 * INTERVAL));

        assertThat(missing).singleElement().extracting(Missing::count).isEqualTo(25L);
        assertTiled();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAccountForTheWholeTimeLineWhateverTheCameraDoes(long seed) {
        // given
        Random random = new Random(seed);
        connect();

        // when
        for (int i = 0; i < 2000; i++) {
            switch (random.nextInt(40)) {
                case 0 -> {
                    ledger.lost(GapReason.CAMERA_LOST, "outage " + i);
                    now += random.nextInt(20_000_000);
                    missing.addAll(ledger.tick(now));
                    connect();
                }
                case 1 -> now += random.nextInt(5_000_000);
                case 2 ->
                    take(frame(
                            now - random.nextInt(1_000_000_000),
                            CaptureClock.SENDER,
                            Optional.of(new Break(Break.Cause.RESET, random.nextInt(5), "jump " + i))));
                default -> come(1);
            }
        }

        // then
        assertTiled();
        long counted =
                frames.size() + missing.stream().mapToLong(Missing::count).sum();
        assertThat((double) counted).isGreaterThan(0.9 * (now - EPOCH) / INTERVAL);
    }

    private void connect() {
        ledger.connected(OptionalDouble.of(25));
    }

    private void come(int count) {
        for (int i = 0; i < count; i++) {
            now += INTERVAL;
            take(frame(now, CaptureClock.HOST, Optional.empty()));
        }
    }

    private void take(CapturedFrame frame) {
        Ledger.Entry entry = ledger.take(frame, now);
        missing.addAll(entry.before());
        frames.add(entry.frame());
    }

    private CapturedFrame frame(long timeUs, CaptureClock clock, Optional<Break> before) {
        return frame(timeUs, clock, before, 0);
    }

    /** On the stream's own line, which begins with the epoch here. */
    private CapturedFrame frame(long timeUs, CaptureClock clock, Optional<Break> before, long heldUs) {
        return new CapturedFrame(timeUs, now - EPOCH, 64, 48, new byte[] {1}, Optional.empty(), clock, before, heldUs);
    }

    /** Frames and gaps together are 0 … n − 1, each once, and times only grow. */
    private void assertTiled() {
        long last = frames.stream().mapToLong(NumberedFrame::sequence).max().orElse(-1);
        for (Missing gap : missing) {
            last = Math.max(last, gap.firstSequence() + gap.count() - 1);
        }
        int[] seen = new int[(int) last + 1];
        frames.forEach(frame -> seen[(int) frame.sequence()]++);
        missing.forEach(gap -> {
            assertThat(gap.untilUs()).isGreaterThanOrEqualTo(gap.fromUs());
            for (long i = 0; i < gap.count(); i++) {
                seen[(int) (gap.firstSequence() + i)]++;
            }
        });
        assertThat(seen).containsOnly(1);
        for (int i = 1; i < frames.size(); i++) {
            assertThat(frames.get(i).captureTimeUs())
                    .isGreaterThan(frames.get(i - 1).captureTimeUs());
        }
    }
}
