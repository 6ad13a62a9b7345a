package pose.stream.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.schema.ShadowPose;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.stream.Inferred;

class ComparisonTest {

    @Test
    void shouldTellDistancesAsSharesOfTheServingPosesExtent() {
        Comparison comparison = compare(TrialFrames.seen(TrialFrames.CANDIDATE, 10, 0.4));

        assertThat(comparison.distances()).containsExactly(0.1, 0.1);
        assertThat(comparison.distance()).isEqualTo(0.1);
    }

    @Test
    void shouldTellBothVersionsInTheRecord() {
        // when
        ShadowPose told =
                compare(TrialFrames.seen(TrialFrames.CANDIDATE, 10, 0.4)).toRecord();

        // then
        assertThat(told.getCamera()).isEqualTo("yard");
        assertThat(told.getSequence()).isEqualTo(7);
        assertThat(told.getServing()).isEqualTo(TrialFrames.STABLE);
        assertThat(told.getShadow()).isEqualTo(TrialFrames.CANDIDATE);
        assertThat(told.getServingUs()).isEqualTo(2000);
        assertThat(told.getShadowUs()).isEqualTo(3000);
        assertThat(told.getServingScore()).isEqualTo(0.5f);
        assertThat(told.getShadowScore()).isEqualTo(0.4f);
        assertThat(told.getPeople())
                .singleElement()
                .satisfies(person ->
                        assertThat(person.getKeypoints().get(1).getX()).isEqualTo(10f));
    }

    @Test
    void shouldCompareWhoWasInTheSameBox() {
        // given two people of whom the shadow took the first for the second once more
        Inferred both = seen(pose(300, 0), pose(0, 0));
        Inferred one = seen(pose(0, 10));

        // when
        Comparison comparison = Comparison.of(
                new ServedFrame(TrialFrames.request("yard", 7, 3), both, Duration.ZERO), one, Duration.ZERO);

        // then
        assertThat(comparison.distances()).containsExactly(0.1, 0.1);
    }

    private static Inferred seen(Pose... poses) {
        return new Inferred(List.of(poses), "two", TrialFrames.STABLE);
    }

    /** Somebody 100 pixels wide whose parts are so far to the right. */
    private static Pose pose(double box, double right) {
        return new Pose(
                new Box(box, 0, 100, 100),
                0.5,
                List.of(new Keypoint(box + right, 0, 0.5), new Keypoint(box + 100 + right, 0, 0.5)));
    }

    @Test
    void shouldTellNoDistanceWhereNobodyIs() {
        Comparison comparison = compare(new Inferred(List.of(), "two", TrialFrames.CANDIDATE));

        assertThat(comparison.distances()).isEmpty();
        assertThat(comparison.distance()).isZero();
    }

    @Test
    void shouldAddUpByPartAndByVersion() {
        // given
        TrialStatistics statistics = new TrialStatistics();

        // when
        statistics.add(compare(TrialFrames.seen(TrialFrames.CANDIDATE, 10, 0.4)), false);
        statistics.add(compare(TrialFrames.seen(TrialFrames.CANDIDATE, 30, 0.2)), false);
        statistics.addTimes(Duration.ofMillis(2), Duration.ofMillis(4));
        statistics.addTimes(Duration.ofMillis(2), Duration.ofMillis(1));

        // then
        TrialFigures figures = statistics.figures();
        assertThat(figures.frames()).isEqualTo(2);
        assertThat(figures.distance()).isCloseTo(0.2, within(1e-9));
        assertThat(figures.largest()).isCloseTo(0.3, within(1e-9));
        assertThat(figures.scoreDrop()).isCloseTo(0.2, within(1e-9));
        assertThat(figures.latencyRatio()).hasValueCloseTo(1.0, within(1e-9));
        assertThat(figures.byName()).containsEntry("frames", 2.0).containsKeys("distance.0", "latency_ratio");
    }

    @Test
    void shouldTakeTheServedPosesForTheCandidatesInACanary() {
        // given
        TrialStatistics statistics = new TrialStatistics();
        ServedFrame served = new ServedFrame(
                TrialFrames.request("yard", 7, 3),
                TrialFrames.seen(TrialFrames.CANDIDATE, 0, 0.3),
                Duration.ofMillis(2));

        // when
        statistics.add(Comparison.of(served, TrialFrames.seen(TrialFrames.STABLE, 0, 0.5), Duration.ZERO), true);

        // then
        assertThat(statistics.figures().candidateScore()).isEqualTo(0.3);
        assertThat(statistics.figures().stableScore()).isEqualTo(0.5);
    }

    private static Comparison compare(Inferred shadow) {
        return Comparison.of(TrialFrames.served("yard", 7, 3), shadow, Duration.ofMillis(3));
    }
}
