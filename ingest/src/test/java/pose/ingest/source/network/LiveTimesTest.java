package pose.ingest.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pose.ingest.Break;
import pose.schema.CaptureClock;

class LiveTimesTest {

    private static final long NOON = 1_700_000_000_000_000L;
    private static final long STEP_US = 40_000;

    @Test
    void shouldTellOfUndecodablePicturesWithTheNextOne() {
        // given
        LiveTimes times = times(OptionalDouble.empty());
        run(times, 0, 20);

        // when
        Optional<Break> before = next(times, 23, 3).orElseThrow().before();

        // then
        assertThat(before).hasValue(new Break(Break.Cause.CORRUPT, 3, "3 pictures could not be decoded"));
        assertThat(next(times, 24, 0).orElseThrow().before()).isEmpty();
    }

    @Test
    void shouldTellOfPicturesThatDidNotArrive() {
        // given
        LiveTimes times = times(OptionalDouble.empty());
        run(times, 0, 20);

        // when
        Optional<Break> before = next(times, 21, 0).orElseThrow().before();

        // then
        assertThat(before).hasValue(new Break(Break.Cause.CORRUPT, 1, "1 picture did not arrive"));
    }

    @Test
    void shouldTellOfAReset() {
        // given
        LiveTimes times = times(OptionalDouble.empty());
        run(times, 100_000, 20);

        // when
        Optional<Break> before = times.next(
                        OptionalLong.of(0),
                        new Arrival(NOON + 100_020 * STEP_US, OptionalLong.empty()),
                        OptionalLong.empty(),
                        0)
                .orElseThrow()
                .before();

        // then
        assertThat(before).hasValue(new Break(Break.Cause.RESET, 0, "the camera's clock went back by 4000.8 s"));
    }

    @Test
    void shouldKeepTheWantedRateAndCountWhatIsMissingOfIt() {
        // given: 25 a second, of which 5 are wanted
        LiveTimes times = times(OptionalDouble.of(5));
        List<LiveTimes.Moment> kept = run(times, 0, 50);

        // when
        List<LiveTimes.Moment> after = new ArrayList<>(run(times, 100, 5));

        // then
        assertThat(kept)
                .extracting(LiveTimes.Moment::ptsUs)
                .containsExactly(
                        0L,
                        200_000L,
                        400_000L,
                        600_000L,
                        800_000L,
                        1_000_000L,
                        1_200_000L,
                        1_400_000L,
                        1_600_000L,
                        1_800_000L);
        assertThat(kept).allMatch(moment -> moment.before().isEmpty());
        assertThat(after).hasSize(1);
        assertThat(after.get(0).before()).hasValue(new Break(Break.Cause.CORRUPT, 10, "50 pictures did not arrive"));
    }

    @Test
    void shouldCarryABreakBeforeAPictureThatIsLeftOutOverToTheNextThatIsKept() {
        // given
        LiveTimes times = times(OptionalDouble.of(5));
        run(times, 0, 21);

        // when
        Optional<LiveTimes.Moment> leftOut = next(times, 22, 1);
        Optional<LiveTimes.Moment> kept = run(times, 23, 3).stream().findFirst();

        // then
        assertThat(leftOut).isEmpty();
        assertThat(kept.orElseThrow().before())
                .hasValue(new Break(Break.Cause.CORRUPT, 0, "1 picture could not be decoded"));
    }

    @Test
    void shouldPreferTheClockInThePictureToTheSenders() {
        // given
        LiveTimes times = times(OptionalDouble.empty());
        Arrival arrival = new Arrival(NOON, OptionalLong.of(NOON - 20_000));

        // when
        LiveTimes.Moment moment = times.next(OptionalLong.of(0), arrival, OptionalLong.of(NOON - 70_000), 0)
                .orElseThrow();

        // then
        assertThat(moment.clock()).isEqualTo(CaptureClock.STREAM);
        assertThat(moment.captureTimeUs()).isEqualTo(NOON - 70_000);
    }

    @Test
    void shouldSayWhenAPictureWasDueWhoseEndWasSeenLate() {
        // given
        LiveTimes times = times(OptionalDouble.empty());
        run(times, 0, 20);

        // when
        LiveTimes.Moment late = next(times, 20, NOON + 20 * STEP_US + 5_000_000);

        // then: the clock is followed at 2 % of the time that passes
        assertThat(late.arrivedUs()).isBetween(NOON + 20 * STEP_US, NOON + 20 * STEP_US + 110_000);
    }

    @Test
    void shouldGoByTheArrivalOfAPictureWhoseStampStandsStill() {
        // given
        LiveTimes times = times(OptionalDouble.empty());
        run(times, 0, 20);

        // when
        LiveTimes.Moment frozen = next(times, 19, NOON + 69 * STEP_US);

        // then
        assertThat(frozen.arrivedUs()).isEqualTo(NOON + 69 * STEP_US);
    }

    private static LiveTimes times(OptionalDouble fps) {
        return new LiveTimes(new LiveTimeLine(33, 1, 25, STEP_US), fps);
    }

    private static List<LiveTimes.Moment> run(LiveTimes times, int from, int pictures) {
        List<LiveTimes.Moment> moments = new ArrayList<>();
        for (int i = from; i < from + pictures; i++) {
            next(times, i, 0).ifPresent(moments::add);
        }
        return moments;
    }

    private static LiveTimes.Moment next(LiveTimes times, int number, long arrivalUs) {
        Arrival arrival = new Arrival(arrivalUs, OptionalLong.empty());
        return times.next(OptionalLong.of(number), arrival, OptionalLong.empty(), 0)
                .orElseThrow();
    }

    private static Optional<LiveTimes.Moment> next(LiveTimes times, int number, int undecodable) {
        return times.next(
                OptionalLong.of(number),
                new Arrival(NOON + number * STEP_US, OptionalLong.empty()),
                OptionalLong.empty(),
                undecodable);
    }
}
