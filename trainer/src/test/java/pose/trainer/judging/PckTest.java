package pose.trainer.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

class PckTest {

    private static final int R_SHOULDER = 8;
    private static final int L_HIP = 3;
    private static final int L_WRIST = 11;

    /** A person whose torso is 100 pixels long, every part at (0, 0) but the left hip at (60, 80). */
    private static List<Optional<Point>> person() {
        List<Optional<Point>> parts = new ArrayList<>();
        for (int p = 0; p < 14; p++) {
            parts.add(Optional.of(new Point(p == L_HIP ? 60 : 0, p == L_HIP ? 80 : 0)));
        }
        return parts;
    }

    private static List<Keypoint> prediction(double wristOff) {
        List<Keypoint> keypoints = new ArrayList<>();
        for (int p = 0; p < 14; p++) {
            Point truth = person().get(p).orElseThrow();
            keypoints.add(new Keypoint(truth.x() + (p == L_WRIST ? wristOff : 0), truth.y(), 1));
        }
        return keypoints;
    }

    @Test
    void shouldCountADistanceOfExactlyTheThresholdAsRight() {
        Pck pck = new Pck(Skeleton.LSP14, 0.2);

        pck.add(person(), prediction(20));

        assertThat(pck.parts()).contains(entry("l_wrist", 100.0));
        assertThat(pck.mean()).isEqualTo(100.0);
    }

    @Test
    void shouldCountOneBeyondTheThresholdAsWrong() {
        Pck pck = new Pck(Skeleton.LSP14, 0.2);

        pck.add(person(), prediction(20.001));

        assertThat(pck.parts()).contains(entry("l_wrist", 0.0), entry("r_wrist", 100.0));
        assertThat(pck.mean()).isEqualTo(100.0 * 13 / 14, within(1e-9));
    }

    @Test
    void shouldLeaveOutPartsThatAreNotLabelled() {
        Pck pck = new Pck(Skeleton.LSP14, 0.2);
        List<Optional<Point>> truth = person();
        truth.set(L_WRIST, Optional.empty());

        pck.add(truth, prediction(1000));

        assertThat(pck.parts()).hasSize(13).doesNotContainKey("l_wrist");
        assertThat(pck.mean()).isEqualTo(100.0);
    }

    @Test
    void shouldLeaveOutPeopleWithoutATorso() {
        Pck pck = new Pck(Skeleton.LSP14, 0.2);
        List<Optional<Point>> unlabelled = person();
        unlabelled.set(R_SHOULDER, Optional.empty());
        List<Optional<Point>> pointLike = person();
        pointLike.set(L_HIP, Optional.of(new Point(0, 0)));

        pck.add(unlabelled, prediction(0));
        pck.add(pointLike, prediction(0));

        assertThat(pck.people()).isZero();
        assertThat(pck.parts()).isEmpty();
        assertThat(pck.mean()).isZero();
    }

    @Test
    void shouldWriteItsFiguresUnderItsName() {
        Pck pck = new Pck(Skeleton.LSP14, 0.2);
        pck.add(person(), prediction(50));

        assertThat(pck.name()).isEqualTo("pck@0.2");
        assertThat(pck.toMap()).contains(entry("mean", 92.86), entry("people", 1));
    }
}
