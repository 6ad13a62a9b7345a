package pose.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pose.skeleton.Keypoint;

/** Extents are 120 pixels, 25 frames a second; noise of 3 % of the extent on boxes and 2 % on parts. */
class CrossingTest {

    private static final double EXTENT = 120;
    private static final int RUNS = 40;

    /** Speed of each in extents a second; for how many frames the one behind is not seen at all. */
    @ParameterizedTest
    @CsvSource({"0.5,10", "1,0", "1,8", "1.5,6", "2,6", "2.5,4"})
    void shouldKnowPeopleAgainWhoRunAcrossEachOther(double speed, int hidden) {
        // given one from the left and one from the right, who meet in frame 50
        int kept = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            // when
            kept += keeps(
                            frame -> 640 + speed * EXTENT * 0.04 * (frame - 50),
                            frame -> 640 - speed * EXTENT * 0.04 * (frame - 50),
                            frame -> Math.abs(frame - 50) <= hidden / 2 && hidden > 0,
                            seed)
                    ? 1
                    : 0;
        }

        // then
        assertThat(kept).isGreaterThanOrEqualTo(RUNS * 95 / 100);
    }

    /** How near they come, in extents. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1})
    void shouldKnowPeopleAgainWhoMeetAndTurnBack(double nearest) {
        // given two who slow down towards each other, and go back
        int kept = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            // when
            kept += keeps(
                            frame -> 640 - EXTENT * (nearest / 2 + Math.pow((frame - 50) * 0.04, 2)),
                            frame -> 640 + EXTENT * (nearest / 2 + Math.pow((frame - 50) * 0.04, 2)),
                            frame -> false,
                            seed)
                    ? 1
                    : 0;
        }

        // then
        assertThat(kept).isGreaterThanOrEqualTo(RUNS * 95 / 100);
    }

    /**
     * Athletes who run about, cross each other all the time and hide each other: with misses, false sightings and others'
     * keypoints. What is asked is what was measured, less a margin.
     */
    @ParameterizedTest
    @CsvSource({"2,0.93", "4,0.82", "8,0.68", "12,0.62"})
    void shouldTellACrowdApart(int people, double leastIdf1) {
        // given
        double idf1 = 0;
        int tracks = 0;

        // when
        for (int seed = 0; seed < 4; seed++) {
            Tally tally = Tally.of(new Crowd(people, seed, Crowd.Trouble.USUAL), new Film(), 750);
            idf1 += tally.idf1() / 4;
            tracks += tally.tracks();
        }

        // then
        assertThat(idf1).isGreaterThanOrEqualTo(leastIdf1);
        assertThat(tracks / 4.0).isLessThanOrEqualTo(people * 1.3 + 1);
    }

    @Test
    void shouldSpendFewNumbersOnFalseSightings() {
        // given a false sighting in every third frame, for a minute
        Crowd crowd = new Crowd(2, 1, new Crowd.Trouble(0.03, 0.05, 0.02, 0.05, 0.33, 0));

        // when
        Tally tally = Tally.of(crowd, new Film(), 1500);

        // then
        assertThat(tally.tracks()).isLessThanOrEqualTo(12);
        assertThat(tally.idf1()).isGreaterThan(0.9);
    }

    @Test
    void shouldGiveTheSameIdsForTheSameFrames() {
        // given
        Film first = new Film();
        Film second = new Film();

        // when
        Tally.of(new Crowd(6, 3, Crowd.Trouble.USUAL), first, 200);
        Tally.of(new Crowd(6, 3, Crowd.Trouble.USUAL), second, 200);

        // then
        assertThat(second.tracks.toBytes()).isEqualTo(first.tracks.toBytes());
        assertThat(second.changes).isEqualTo(first.changes);
    }

    /** Whether both have their first ids in the last frame. */
    private static boolean keeps(IntToDoubleFunction first, IntToDoubleFunction second, IntPredicate hidden, int seed) {
        Random random = new Random(seed);
        Film film = new Film();
        film.width = 1280;
        film.height = 720;
        List<Long> begin = List.of();
        List<Long> end = List.of();
        for (int frame = 0; frame <= 100; frame++) {
            List<SeenPerson> people = new ArrayList<>();
            people.add(noisy(first, frame, 300, 1, random));
            if (!hidden.test(frame)) {
                people.add(noisy(second, frame, 290, -1, random));
            }
            end = Film.ids(film.show(people));
            begin = frame == 1 ? end : begin;
        }
        return end.equals(begin) && film.tracks.lastId() == 2;
    }

    private static SeenPerson noisy(IntToDoubleFunction way, int frame, double y, double phase, Random random) {
        double x = way.applyAsDouble(frame);
        double pace = (way.applyAsDouble(frame + 1) - x) / EXTENT * 25;
        double lean = Math.max(-1, Math.min(1, pace / 2));
        List<Keypoint> parts = Body.pose(x, y, EXTENT, lean, phase + 0.3 * frame, 0.1 * Math.min(1, Math.abs(pace)));
        List<Keypoint> noisy = parts.stream()
                .map(part -> new Keypoint(
                        part.x() + 0.02 * EXTENT * random.nextGaussian(),
                        part.y() + 0.02 * EXTENT * random.nextGaussian(),
                        part.score()))
                .toList();
        return Body.person(
                x + 0.03 * EXTENT * random.nextGaussian(),
                y + 0.03 * EXTENT * random.nextGaussian(),
                EXTENT * Math.exp(0.05 * random.nextGaussian()),
                noisy);
    }
}
