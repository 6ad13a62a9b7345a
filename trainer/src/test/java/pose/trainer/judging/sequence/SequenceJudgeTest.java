package pose.trainer.judging.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.crowd.judging.Counts;

class SequenceJudgeTest {

    private static final long FRAME_US = 40_000;
    private static final int LEFT_WRIST = Skeleton.LSP14.parts().indexOf("l_wrist");
    private static final List<Boolean> ALL = Collections.nCopies(14, true);

    private final SequenceJudge judge = new SequenceJudge(Skeleton.LSP14, 0.5);

    @Test
    void shouldFindEveryoneWhereEverybodyIs() {
        // given
        for (int i = 0; i < 4; i++) {
            add(i, List.of(truth(1, 100 + i, 1), truth(2, 300, 1)), List.of(found(7, 300), found(5, 100 + i)));
        }

        // when
        SequenceFigures figures = judge.figures();

        // then
        assertThat(figures.located().all()).isEqualTo(new Counts(8, 8, 0));
        assertThat(figures.located().sizes().get("above 96")).isEqualTo(new Counts(8, 8, 0));
        assertThat(figures.identities()).contains(new IdentityFigures(8, 0, 0));
        assertThat(figures.clear()).contains(new ClearFigures(8, 0, 0, 0));
        assertThat(figures.hota().orElseThrow().hota()).isCloseTo(1, within(1e-9));
        assertThat(figures.pck()).hasValue(100);
    }

    @Test
    void shouldCountWhomNobodyFoundAndWhoIsNobody() {
        // given
        add(0, List.of(truth(1, 100, 1), truth(2, 300, 1)), List.of(found(5, 100), found(6, 500)));

        // when
        SequenceFigures figures = judge.figures();

        // then: whom nobody found has every part wrong
        assertThat(figures.located().all()).isEqualTo(new Counts(2, 1, 1));
        assertThat(figures.pck()).hasValue(50);
    }

    @Test
    void shouldNeitherAskForNorMindWhoIsHidden() {
        // given: the second is hidden, found in the first frame and not in the second
        add(0, List.of(truth(1, 100, 1), truth(2, 300, 0.4)), List.of(found(5, 100), found(6, 300)));
        add(1, List.of(truth(1, 100, 1), truth(2, 300, 0.4)), List.of(found(5, 100)));

        // when
        SequenceFigures figures = judge.figures();

        // then
        assertThat(figures.located().all()).isEqualTo(new Counts(2, 2, 0));
        assertThat(figures.identities()).contains(new IdentityFigures(2, 0, 0));
    }

    @Test
    void shouldSayNothingOfTracksWhereNobodyTracked() {
        // given
        FoundPresence untracked = new FoundPresence(OptionalLong.empty(), square(100), pose(100), Optional.empty());
        add(0, List.of(truth(1, 100, 1)), List.of(untracked));

        // when
        SequenceFigures figures = judge.figures();

        // then
        assertThat(figures.identities()).isEmpty();
        assertThat(figures.clear()).isEmpty();
        assertThat(figures.hota()).isEmpty();
        assertThat(figures.jitter()).isEmpty();
        assertThat(figures.located().all()).isEqualTo(new Counts(1, 1, 0));
    }

    @Test
    void shouldMeasureTheAccelerationOfPartsThatStandStill() {
        // given: found a pixel to the left and to the right in turn, a quarter of that when steadied
        for (int i = 0; i < 6; i++) {
            int sign = i % 2 == 0 ? 1 : -1;
            add(i, List.of(truth(1, 100, 1)), List.of(found(5, 100 + sign, 100 + 0.25 * sign)));
        }

        // when
        JitterFigures jitter = judge.figures().jitter().orElseThrow();

        // then: back and forth is 4 pixels of second difference a frame², 1600 µs²
        assertThat(jitter.raw()).isCloseTo(4 / 0.0016, within(1e-6));
        assertThat(jitter.smoothed()).isCloseTo(1 / 0.0016, within(1e-6));
        assertThat(jitter.left()).isCloseTo(0.25, within(1e-9));
        assertThat(jitter.parts()).isEqualTo(4 * 14);
    }

    @Test
    void shouldNotTakeMovingPartsForRestlessOnes() {
        for (int i = 0; i < 6; i++) {
            add(i, List.of(truth(1, 100 + 2 * i, 1)), List.of(found(5, 100 + 2 * i, 100 + 2 * i)));
        }

        assertThat(judge.figures().jitter()).isEmpty();
    }

    @Test
    void shouldMeasureHowFarBehindAMovingWristIs() {
        // given: 5 pixels a frame to the right, steadied to where it was 0.6 frames ago
        for (int i = 0; i < 10; i++) {
            double x = 100 + 5 * i;
            TruePresence truth = new TruePresence(1, wristAt(x), ALL, 1);
            List<Keypoint> raw = keypoints(wristAt(x + (i % 2 == 0 ? 1 : -1)));
            List<Keypoint> steadied = keypoints(wristAt(x - 3));
            add(
                    i,
                    List.of(truth),
                    List.of(new FoundPresence(OptionalLong.of(3), square(100), raw, Optional.of(steadied))));
        }

        // when
        LagFigures lag = judge.figures().lag().orElseThrow();

        // then
        assertThat(lag.wrists()).isEqualTo(8);
        assertThat(lag.raw()).isCloseTo(0, within(1e-9));
        assertThat(lag.smoothed()).isCloseTo(0.6 * 0.04, within(1e-9));
        assertThat(lag.frames()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void shouldNotAskForPartsBeyondTheBorder() {
        // given: the half of the body that is beyond the border is found elsewhere
        List<Point> cut = new ArrayList<>();
        List<Keypoint> seen = new ArrayList<>();
        for (Point p : points(-1)) {
            cut.add(p);
            seen.add(p.x() < -0.5 ? new Keypoint(90, 90, 1) : new Keypoint(p.x(), p.y(), 1));
        }

        // when
        add(
                0,
                List.of(new TruePresence(1, cut, ALL, 0.5)),
                List.of(new FoundPresence(OptionalLong.of(1), square(-1), seen, Optional.empty())));

        // then
        assertThat(cut).anyMatch(p -> p.x() < -0.5);
        assertThat(judge.figures().pck()).hasValue(100);
    }

    @Test
    void shouldAskForPartsInSightAndTellThoseThatAreHiddenApart() {
        // given: of 14 parts, one that is hidden is found where somebody else has it, and one in sight is missed
        List<Boolean> sight = new ArrayList<>(ALL);
        sight.set(LEFT_WRIST, false);
        List<Keypoint> found = new ArrayList<>(pose(100));
        found.set(LEFT_WRIST, new Keypoint(200, 100, 1));
        found.set(0, new Keypoint(200, 100, 1));
        add(
                0,
                List.of(new TruePresence(1, points(100), sight, 13.0 / 14)),
                List.of(new FoundPresence(OptionalLong.of(1), square(100), found, Optional.of(pose(100)))));

        // when
        SequenceFigures figures = judge.figures();

        // then
        assertThat(figures.pck()).hasValue(100 * 12 / 13.0);
        assertThat(figures.pckWithHidden()).hasValue(100 * 12 / 14.0);
        assertThat(figures.smoothedPck()).hasValue(100);
        assertThat(figures.toMap()).containsEntry("pck@0.2", 92.3077).containsEntry("pckWithHidden@0.2", 85.7143);
    }

    @Test
    void shouldTellAnEmptySequenceByName() {
        SequenceFigures figures = judge.figures();

        assertThat(figures.toMap()).containsEntry("frames", 0).doesNotContainKeys("recall", "idf1", "pck@0.2");
    }

    @Test
    void shouldRefuseTimeThatGoesBack() {
        add(1, List.of(), List.of());

        assertThatThrownBy(() -> add(1, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order of time");
    }

    @Test
    void shouldRefuseAShareThatIsNone() {
        assertThatThrownBy(() -> new SequenceJudge(Skeleton.LSP14, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
    }

    private void add(int frame, List<TruePresence> truths, List<FoundPresence> founds) {
        judge.add(new SequenceFrame(frame * FRAME_US, 640, 360, truths, founds));
    }

    private static TruePresence truth(long id, double x, double visible) {
        return new TruePresence(id, points(x), ALL, visible);
    }

    private static FoundPresence found(long track, double x) {
        return new FoundPresence(OptionalLong.of(track), square(x), pose(x), Optional.empty());
    }

    private static FoundPresence found(long track, double x, double steadied) {
        return new FoundPresence(OptionalLong.of(track), square(x), pose(x), Optional.of(pose(steadied)));
    }

    private static Box square(double x) {
        return Box.around(points(x)).square(1.25);
    }

    private static List<Keypoint> pose(double x) {
        return keypoints(points(x));
    }

    private static List<Keypoint> keypoints(List<Point> points) {
        return points.stream().map(p -> new Keypoint(p.x(), p.y(), 0.9)).toList();
    }

    /** Somebody 130 pixels high, around a place across the picture. */
    private static List<Point> points(double x) {
        List<Point> points = new ArrayList<>();
        for (int part = 0; part < Skeleton.LSP14.size(); part++) {
            points.add(new Point(x + 10 * (part % 3 - 1), 100 + 10 * part));
        }
        return points;
    }

    private static List<Point> wristAt(double x) {
        List<Point> points = new ArrayList<>(points(100));
        points.set(LEFT_WRIST, new Point(x, points.get(LEFT_WRIST).y()));
        return points;
    }
}
