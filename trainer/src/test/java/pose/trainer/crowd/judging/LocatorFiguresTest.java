package pose.trainer.crowd.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import pose.cpm.Picture;
import pose.cpm.Sighting;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.trainer.crowd.Crowd;

class LocatorFiguresTest {

    private static final Picture PICTURE = Picture.of(640, 360, new byte[640 * 360 * 3]);

    private static Sighting sighting(double x, double y, double extent, double score) {
        return new Sighting(new Point(x, y), extent, score);
    }

    private static Crowd crowd(List<Box> people, List<Box> unclear) {
        return new Crowd("x", PICTURE, people, unclear);
    }

    @Test
    void shouldGiveEachPersonToOneSightingTheSurestFirst() {
        Crowd crowd = crowd(List.of(new Box(80, 50, 40, 100)), List.of());

        JudgedCrowd judged =
                JudgedCrowd.of(0, crowd, List.of(sighting(102, 100, 100, 0.6), sighting(100, 100, 100, 0.9)));

        assertThat(judged.sightings())
                .containsExactly(new JudgedCrowd.Found(0.9, true, 100), new JudgedCrowd.Found(0.6, false, 100));
        assertThat(judged.missed(0.5)).isZero();
        assertThat(judged.missed(0.95)).isEqualTo(1);
    }

    @Test
    void shouldMatchByHalfOfTheSquaresTogether() {
        Crowd crowd = crowd(List.of(new Box(80, 50, 40, 100)), List.of());

        // Squares of 100 moved by d share 100 (100 - d) of 100 (100 + d): half at d = 33.3.
        JudgedCrowd near = JudgedCrowd.of(0, crowd, List.of(sighting(133, 100, 100, 0.9)));
        JudgedCrowd far = JudgedCrowd.of(0, crowd, List.of(sighting(134, 100, 100, 0.9)));

        assertThat(near.wrong(0.5)).isZero();
        assertThat(far.wrong(0.5)).isEqualTo(1);
    }

    @Test
    void shouldNotCountSightingsWhereNobodyIsJudged() {
        Crowd crowd =
                new Crowd("x", PICTURE, List.of(), List.of(new Box(0, 0, 50, 50)), List.of(new Box(0, 0, 320, 360)));

        JudgedCrowd judged = JudgedCrowd.of(
                0, crowd, List.of(sighting(20, 20, 30, 0.9), sighting(500, 100, 30, 0.8), sighting(200, 100, 30, 0.7)));

        assertThat(judged.sightings()).containsExactly(new JudgedCrowd.Found(0.7, false, 30));
    }

    /** Four people; sightings by score: right, wrong, right, right, wrong. */
    private static List<JudgedCrowd> worked() {
        return List.of(new JudgedCrowd(
                0,
                640,
                360,
                List.of(20.0, 50.0, 150.0, 300.0),
                List.of(
                        new JudgedCrowd.Found(0.9, true, 50),
                        new JudgedCrowd.Found(0.8, false, 25),
                        new JudgedCrowd.Found(0.7, true, 150),
                        new JudgedCrowd.Found(0.6, true, 300),
                        new JudgedCrowd.Found(0.2, false, 60))));
    }

    @Test
    void shouldTellRecallAndPrecisionAtTheScoreWhereBothAreHighest() {
        LocatorFigures figures = LocatorFigures.of(worked());

        // After the fourth: 3 right, 1 wrong, 1 missed.
        assertThat(figures.score()).isEqualTo(0.6);
        assertThat(figures.all()).isEqualTo(new Counts(4, 3, 1));
        assertThat(figures.all().recall()).isEqualTo(0.75);
        assertThat(figures.all().precision()).isEqualTo(0.75);
        assertThat(figures.all().f1()).isEqualTo(0.75);
    }

    @Test
    void shouldInterpolatePrecisionAsCocoDoes() {
        // Recall 0 to 0.25 at precision 1 (26 points), 0.26 to 0.75 at 3/4 (50 points), nothing beyond.
        double expected = (26 + 50 * 0.75) / 101;

        assertThat(LocatorFigures.of(worked()).averagePrecision()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void shouldTellBySize() {
        LocatorFigures figures = LocatorFigures.at(0.5, worked());

        assertThat(figures.sizes())
                .containsEntry("< 32 px", new Counts(1, 0, 1))
                .containsEntry("32-96 px", new Counts(1, 1, 0))
                .containsEntry("> 96 px", new Counts(2, 2, 0))
                .containsEntry("40-80 px of 720", new Counts(1, 0, 1))
                .containsEntry("80-160 px of 720", new Counts(1, 1, 0))
                .containsEntry("160-320 px of 720", new Counts(1, 1, 0))
                .containsEntry("320-700 px of 720", new Counts(1, 1, 0));
    }

    @Test
    void shouldSayItsScoreAsAFigure() {
        assertThat(LocatorFigures.score(LocatorFigures.of(worked()).toFigures()))
                .isEqualTo(0.6);
    }

    @Test
    void shouldHaveNoShareOfNobody() {
        LocatorFigures figures = LocatorFigures.of(List.of(JudgedCrowd.of(0, crowd(List.of(), List.of()), List.of())));

        assertThat(figures.all().recall()).isNaN();
        assertThat(figures.toFigures().parts()).doesNotContainKey("recall");
    }
}
