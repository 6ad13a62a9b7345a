package pose.trainer.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

class TorsoTest {

    private static final int R_SHOULDER = 8;
    private static final int L_HIP = 3;

    private final List<Optional<Point>> parts = new ArrayList<>(Collections.nCopies(14, Optional.of(new Point(0, 0))));

    @Test
    void shouldReachFromTheRightShoulderToTheLeftHip() {
        parts.set(L_HIP, Optional.of(new Point(60, 80)));

        assertThat(Torso.length(Skeleton.LSP14, parts)).hasValue(100);
    }

    @Test
    void shouldBeAbsentWhereAnEndIsNotLabelled() {
        parts.set(R_SHOULDER, Optional.empty());

        assertThat(Torso.length(Skeleton.LSP14, parts)).isEmpty();
    }

    @Test
    void shouldBeAbsentWhereItsEndsAreOnOneSpot() {
        assertThat(Torso.length(Skeleton.LSP14, parts)).isEmpty();
    }
}
