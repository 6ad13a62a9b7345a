package pose.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.skeleton.Keypoint;
import pose.skeleton.Skeleton;

class SteadinessTest {

    private static final double EXTENT = 120;
    private static final double SECONDS = 0.04;
    private static final int FRAMES = 500;
    private static final int WRIST = Skeleton.LSP14.indexOf("r_wrist");
    private static final int ANKLE = Skeleton.LSP14.indexOf("l_ankle");

    /** Jitter of the network in extents. */
    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.01, 0.02, 0.03})
    void shouldAtLeastHalveTheJitterOfAStillPart(double noise) {
        // given someone who stands still and waves
        List<List<Keypoint>> raw = film(noise, seconds -> 0.3 * Math.sin(2 * Math.PI * seconds));

        // when
        List<List<Keypoint>> smoothed = steady(raw, TrackSettings.defaults().steadiness());

        // then
        assertThat(meanAcceleration(smoothed, ANKLE)).isLessThan(meanAcceleration(raw, ANKLE) / 2);
    }

    /** Hertz of a wrist that goes up and down by 0.6 extents: 1.2 to 3.8 extents a second in the middle of its way. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 1, 2})
    void shouldLagByNoMoreThanAFrameBehindAMovingWrist(double hertz) {
        // given
        List<List<Keypoint>> raw = film(0.01, seconds -> 0.3 * Math.sin(2 * Math.PI * hertz * seconds));

        // when
        List<List<Keypoint>> smoothed = steady(raw, TrackSettings.defaults().steadiness());

        // then
        assertThat(lag(raw, smoothed)).isBetween(0.0, 1.0);
    }

    @Test
    void shouldTrustALowScoreLessAndNeverFreeze() {
        // given a part that is seen a little aside, with a low score and with a high one
        SteadyPose still = SteadyPose.first(Body.pose(0, 0, EXTENT, 0, 0, 0));
        Steadiness steadiness = TrackSettings.defaults().steadiness();
        List<Keypoint> sure = Body.pose(6, 0, EXTENT, 0, 0, 0);
        List<Keypoint> unsure =
                sure.stream().map(k -> new Keypoint(k.x(), k.y(), 0)).toList();

        // when
        double bySure = still.seen(sure, SECONDS, EXTENT, steadiness).x(0) - still.x(0);
        double byUnsure = still.seen(unsure, SECONDS, EXTENT, steadiness).x(0) - still.x(0);
        SteadyPose later = still;
        for (int frame = 0; frame < 50; frame++) {
            later = later.seen(unsure, SECONDS, EXTENT, steadiness);
        }

        // then
        assertThat(byUnsure).isPositive().isLessThan(bySure / 2);
        assertThat(later.x(0)).isBetween(unsure.get(0).x() - 1, unsure.get(0).x());
    }

    @Test
    void shouldStayWhereAPartWasThatIsElsewhereForOneFrame() {
        // given
        Steadiness steadiness = TrackSettings.defaults().steadiness();
        SteadyPose still = SteadyPose.first(Body.pose(0, 0, EXTENT, 0, 0, 0));
        List<Keypoint> elsewhere = Body.pose(50, 0, EXTENT, 0, 0, 0);

        // when
        SteadyPose once = still.seen(elsewhere, SECONDS, EXTENT, steadiness);
        SteadyPose back = once.seen(Body.pose(0, 0, EXTENT, 0, 0, 0), SECONDS, EXTENT, steadiness);
        SteadyPose twice = once.seen(elsewhere, SECONDS, EXTENT, steadiness);

        // then
        assertThat(once.x(0)).isEqualTo(still.x(0));
        assertThat(back.x(0)).isEqualTo(still.x(0));
        assertThat(twice.x(0)).isEqualTo((float) elsewhere.get(0).x());
    }

    @Test
    void shouldGoByTimeAndNotByFrames() {
        // given the same way of one second, in 25 frames and in 5
        Steadiness slow = new Steadiness(0.5, 0, 1);
        SteadyPose start = SteadyPose.first(Body.pose(0, 0, EXTENT, 0, 0, 0));
        List<Keypoint> there = Body.pose(30, 0, EXTENT, 0, 0, 0);

        // when
        SteadyPose often = start;
        for (int frame = 0; frame < 25; frame++) {
            often = often.seen(there, 0.04, EXTENT, slow);
        }
        SteadyPose seldom = start;
        for (int frame = 0; frame < 5; frame++) {
            seldom = seldom.seen(there, 0.2, EXTENT, slow);
        }

        // then
        assertThat(often.x(0)).isBetween(seldom.x(0) - 3, seldom.x(0) + 3);
    }

    @Test
    void shouldRefuseCutoffsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Steadiness(0, 1, 1))
                .withMessage("restCutoffHz is 0.0; it must be above 0 and at most 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Steadiness(1, -1, 1))
                .withMessage("cutoffPerSpeed is -1.0; it must be from 0 to 1000");
    }

    /** Someone who stands, and whose right wrist goes by so many extents. */
    static List<List<Keypoint>> film(double noise, DoubleUnaryOperator wrist) {
        Random random = new Random(3);
        List<List<Keypoint>> frames = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            List<Keypoint> pose = new ArrayList<>();
            for (Keypoint part : Body.pose(300, 200, EXTENT, 0, 0, 0)) {
                double moved = pose.size() == WRIST ? wrist.applyAsDouble(frame * SECONDS) : 0;
                pose.add(new Keypoint(
                        part.x() + noise * EXTENT * random.nextGaussian(),
                        part.y() + EXTENT * (moved + noise * random.nextGaussian()),
                        part.score()));
            }
            frames.add(pose);
        }
        return frames;
    }

    static List<List<Keypoint>> steady(List<List<Keypoint>> raw, Steadiness steadiness) {
        List<List<Keypoint>> smoothed = new ArrayList<>();
        SteadyPose pose = SteadyPose.first(raw.get(0));
        for (List<Keypoint> frame : raw) {
            pose = pose.seen(frame, SECONDS, EXTENT, steadiness);
            smoothed.add(pose.keypoints(frame));
        }
        return smoothed;
    }

    /** Pixels a second², over the whole film. */
    static double meanAcceleration(List<List<Keypoint>> film, int part) {
        double sum = 0;
        for (int frame = 2; frame < film.size(); frame++) {
            Keypoint a = film.get(frame - 2).get(part);
            Keypoint b = film.get(frame - 1).get(part);
            Keypoint c = film.get(frame).get(part);
            sum += Math.hypot(a.x() - 2 * b.x() + c.x(), a.y() - 2 * b.y() + c.y()) / (SECONDS * SECONDS);
        }
        return sum / (film.size() - 2);
    }

    /** By how many frames the raw wrist must come later to be nearest to the smoothed one. */
    static double lag(List<List<Keypoint>> raw, List<List<Keypoint>> smoothed) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double lag = 0; lag <= 5; lag += 0.05) {
            double sum = 0;
            for (int frame = 10; frame < raw.size(); frame++) {
                int whole = (int) Math.floor(frame - lag);
                double part = frame - lag - whole;
                double then = (1 - part) * raw.get(whole).get(WRIST).y()
                        + part
                                * raw.get(Math.min(raw.size() - 1, whole + 1))
                                        .get(WRIST)
                                        .y();
                double apart = smoothed.get(frame).get(WRIST).y() - then;
                sum += apart * apart;
            }
            if (sum < least) {
                least = sum;
                best = lag;
            }
        }
        return best;
    }
}
