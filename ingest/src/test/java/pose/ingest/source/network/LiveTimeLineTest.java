package pose.ingest.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTimeLineTest {

    /** 25 pictures a second on the 90 kHz clock of MPEG-TS and RTP. */
    private static final long STEP = 3600;

    private static final long STEP_US = 40_000;

    private final LiveTimeLine line = new LiveTimeLine(33, 1, 90_000, STEP_US);
    private long arrivalUs = 1_000_000;

    @Test
    void shouldBeginAtZeroWhereverTheCameraStands() {
        assertThat(next(8_123_456_789L).ptsUs()).isZero();
        assertThat(next(8_123_456_789L + STEP).ptsUs()).isEqualTo(STEP_US);
    }

    @Test
    void shouldGoOnWhereTheStampWraps() {
        // given
        long last = (1L << 33) - STEP;

        // when
        List<LiveTimeLine.Place> places = List.of(next(last), next(0), next(STEP));

        // then
        assertThat(places).extracting(LiveTimeLine.Place::ptsUs).containsExactly(0L, STEP_US, 2 * STEP_US);
        assertThat(places).allMatch(place -> place.reset().isEmpty());
    }

    @Test
    void shouldGoOnOverManyWraps() {
        // given: five hours a step would be a jump, so a day and more in steps of a minute that arrive a minute apart
        LiveTimeLine.Place place = next(0);
        long stamp = 0;

        // when
        for (int minute = 1; minute <= 4 * 27 * 60; minute++) {
            stamp = (stamp + 60L * 90_000) % (1L << 33);
            arrivalUs += 60_000_000 - STEP_US;
            place = next(stamp);
            assertThat(place.reset()).isEmpty();
        }

        // then
        assertThat(place.ptsUs()).isEqualTo(4 * 27 * 3_600_000_000L);
    }

    @Test
    void shouldTellOfAResetAndGoOnByTheReceiversClock() {
        // given
        long before = run(20, 900_000_000);
        arrivalUs += 3_000_000 - STEP_US;

        // when
        LiveTimeLine.Place reset = next(0);
        LiveTimeLine.Place after = next(STEP);

        // then
        assertThat(reset.reset()).hasValue("the camera's clock went back by 10000.8 s");
        assertThat(reset.ptsUs()).isEqualTo(before + 3_000_000);
        assertThat(reset.missing()).isEqualTo(74);
        assertThat(after.ptsUs()).isEqualTo(before + 3_040_000);
        assertThat(after.reset()).isEmpty();
    }

    @Test
    void shouldCountAResetFromWhenTheLastPictureWasDueThoughItCameWithTheNext() {
        // given: the end of a picture is seen by the beginning of the next, which here comes after 15 others would have
        long before = run(20, 900_000_000);
        arrivalUs += 15 * STEP_US;
        LiveTimeLine.Place last = next(900_000_000 + 20 * STEP);

        // when
        LiveTimeLine.Place reset = next(0);

        // then
        assertThat(last.ptsUs()).isEqualTo(before + STEP_US);
        assertThat(reset.reset()).isPresent();
        assertThat(reset.ptsUs()).isEqualTo(before + 17 * STEP_US);
        assertThat(reset.missing()).isEqualTo(15);
    }

    @Test
    void shouldNotCountPicturesThatCameWithStampsThatStoodStill() {
        // given
        run(20, 900_000_000);
        run(20, 900_000_000 + 19 * STEP, 0);

        // when
        LiveTimeLine.Place reset = next(0);

        // then
        assertThat(reset.reset()).isPresent();
        assertThat(reset.missing()).isZero();
    }

    @Test
    void shouldTellOfACameraThatBeginsAnewAfterLessThanHalfASecond() {
        // given
        long before = run(12, 0);
        arrivalUs += 15 * STEP_US;

        // when
        LiveTimeLine.Place anew = next(0);

        // then
        assertThat(anew.reset()).hasValue("the camera's clock went back by 0.4 s");
        assertThat(anew.ptsUs()).isEqualTo(before + 16 * STEP_US);
        assertThat(anew.missing()).isEqualTo(15);
    }

    @Test
    void shouldTakePicturesInTheWrongOrderForThatAfterAStandstillOfTheNetworkToo() {
        // given
        long before = run(20, 0);
        arrivalUs += 4_000_000;

        // when
        LiveTimeLine.Place late = next(17 * STEP);

        // then
        assertThat(late).isEqualTo(new LiveTimeLine.Place(before + 1, java.util.Optional.empty(), 0));
    }

    @Test
    void shouldTellOfAJumpAheadThatHasNotPassedHere() {
        // given
        long before = run(20, 0);

        // when
        LiveTimeLine.Place jumped = next(20 * STEP + 90_000 * 3600);

        // then
        assertThat(jumped.reset()).hasValue("the camera's clock went ahead by 3600.0 s");
        assertThat(jumped.ptsUs()).isEqualTo(before + STEP_US);
        assertThat(jumped.missing()).isZero();
    }

    @Test
    void shouldTakeAHoleThatPassedHereTooForMissingPictures() {
        // given
        long before = run(20, 0);
        arrivalUs += 9 * STEP_US;

        // when
        LiveTimeLine.Place late = next(29 * STEP);

        // then
        assertThat(late).isEqualTo(new LiveTimeLine.Place(before + 10 * STEP_US, java.util.Optional.empty(), 9));
    }

    @Test
    void shouldNotCountAsMissingWhatAnIrregularCameraNeverSent() {
        // given
        long stamp = 0;
        for (int i = 0; i < 30; i++) {
            stamp += i % 2 == 0 ? STEP : STEP * 3 / 2;
            next(stamp);
        }

        // when
        arrivalUs += 400_000;
        LiveTimeLine.Place late = next(stamp + 10 * STEP);

        // then
        assertThat(late.missing()).isZero();
    }

    @Test
    void shouldTakeABurstAfterAStandstillOfTheNetworkAsItWasSent() {
        // given
        long before = run(20, 0);
        arrivalUs += 4_000_000;

        // when
        List<LiveTimeLine.Place> burst = new ArrayList<>();
        for (int i = 20; i < 120; i++) {
            burst.add(line.place(OptionalLong.of(i * STEP), arrivalUs + i));
        }

        // then
        assertThat(burst).allMatch(place -> place.reset().isEmpty() && place.missing() == 0);
        assertThat(burst.get(99).ptsUs()).isEqualTo(before + 100 * STEP_US);
    }

    @Test
    void shouldGrowThroughPicturesInTheWrongOrder() {
        // given: B-pictures of a decoder that does not reorder
        int[] order = {0, 3, 1, 2, 6, 4, 5, 9, 7, 8};

        // when
        List<LiveTimeLine.Place> places = new ArrayList<>();
        for (int number : order) {
            places.add(next(number * STEP));
        }

        // then
        assertThat(places).allMatch(place -> place.reset().isEmpty());
        assertThat(places)
                .extracting(LiveTimeLine.Place::ptsUs)
                .containsExactly(
                        0L, 120_000L, 120_001L, 120_002L, 240_000L, 240_001L, 240_002L, 360_000L, 360_001L, 360_002L);
    }

    @Test
    void shouldRoundThirtiethsWithoutDrift() {
        // given
        LiveTimeLine thirtieths = new LiveTimeLine(64, 1001, 30_000, STEP_US);

        // when
        long last = 0;
        for (int i = 0; i <= 30_000; i++) {
            last = thirtieths.place(OptionalLong.of(i), i * 33_367L).ptsUs();
        }

        // then
        assertThat(last).isEqualTo(1_001_000_000L);
    }

    @Test
    void shouldPutAPictureWithoutAStampAtTheUsualInterval() {
        // given
        long before = run(20, 0);

        // when
        LiveTimeLine.Place unstamped = next(OptionalLong.empty());
        LiveTimeLine.Place after = next(21 * STEP);

        // then
        assertThat(unstamped.ptsUs()).isEqualTo(before + STEP_US);
        assertThat(after.ptsUs()).isEqualTo(before + 2 * STEP_US);
    }

    @Test
    void shouldGoByArrivalWhereThereAreNoStampsAtAll() {
        assertThat(next(OptionalLong.empty()).ptsUs()).isZero();
        arrivalUs += 100_000;
        assertThat(next(OptionalLong.empty()).ptsUs()).isEqualTo(100_000 + STEP_US);
        assertThat(line.frozenUs()).isZero();
    }

    @Test
    void shouldTakeALatePictureWithoutStampForLateAndNotForALostOneBefore() {
        // given
        for (int i = 0; i < 20; i++) {
            next(OptionalLong.empty());
        }

        // when
        arrivalUs += 3 * STEP_US;
        LiveTimeLine.Place late = next(OptionalLong.empty());

        // then
        assertThat(late.missing()).isZero();
        assertThat(late.ptsUs()).isEqualTo(23 * STEP_US);
    }

    @Test
    void shouldSayForHowLongTheStampsStandStill() {
        // given
        long before = run(20, 0);

        // when
        LiveTimeLine.Place frozen = next(19 * STEP);
        for (int i = 0; i < 49; i++) {
            frozen = next(19 * STEP);
        }

        // then
        assertThat(line.frozenUs()).isEqualTo(50 * STEP_US);
        assertThat(frozen.ptsUs()).isEqualTo(before + 50);
        next(20 * STEP);
        assertThat(line.frozenUs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldGrowStrictlyWhateverTheCameraDoes(long seed) {
        // given
        Random chance = new Random(seed);
        long stamp = chance.nextLong(1L << 33);
        long last = -1;

        for (int i = 0; i < 20_000; i++) {
            // when
            stamp = switch (chance.nextInt(12)) {
                case 0 -> 0;
                case 1 -> chance.nextLong(1L << 33);
                case 2 -> stamp;
                case 3 -> Math.max(0, stamp - chance.nextLong(20_000));
                default -> (stamp + chance.nextLong(2 * STEP)) % (1L << 33);
            };
            arrivalUs += chance.nextInt(50) == 0 ? chance.nextLong(10_000_000) : chance.nextLong(2 * STEP_US);
            long pts = line.place(chance.nextInt(20) == 0 ? OptionalLong.empty() : OptionalLong.of(stamp), arrivalUs)
                    .ptsUs();

            // then
            assertThat(pts).as("picture %d, seed %d", i, seed).isGreaterThan(last);
            last = pts;
        }
        assertThat(last)
                .as("the line keeps to the receiver's clock, seed %d", seed)
                .isLessThan(2 * arrivalUs);
    }

    /** So many pictures without a fault; the last one's time. */
    private long run(int pictures, long from) {
        return run(pictures, from, STEP);
    }

    private long run(int pictures, long from, long step) {
        long last = 0;
        for (int i = 0; i < pictures; i++) {
            last = next(from + i * step).ptsUs();
        }
        return last;
    }

    private LiveTimeLine.Place next(long stamp) {
        return next(OptionalLong.of(stamp));
    }

    private LiveTimeLine.Place next(OptionalLong stamp) {
        arrivalUs += STEP_US;
        return line.place(stamp, arrivalUs);
    }
}
