package pose.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OksTest {

    private static final Skeleton COCO = Skeleton.COCO17;

    @Test
    void shouldBeOneOfTheSamePose() {
        assertThat(Oks.between(COCO, standing(), standing(), 5000)).isEqualTo(1);
    }

    @Test
    void shouldBeWhatTheDefinitionSaysByHand() {
        // given a nose that is 5 px off, of somebody of 10,000 px²: exp(−25 / (2 · 10,000 · 0.052²))
        List<Keypoint> off = new ArrayList<>(standing());
        off.set(0, new Keypoint(off.get(0).x() + 3, off.get(0).y() + 4, 1));

        double oks = Oks.between(COCO, standing(), off, 10_000);

        assertThat(oks).isCloseTo((16 + Math.exp(-25 / 54.08)) / 17, within(1e-12));
    }

    @Test
    void shouldForgiveMoreOfSomebodyLarger() {
        List<Keypoint> moved = standing().stream()
                .map(k -> new Keypoint(k.x() + 5, k.y(), k.score()))
                .toList();

        assertThat(Oks.between(COCO, standing(), moved, 40_000))
                .isGreaterThan(Oks.between(COCO, standing(), moved, 10_000));
    }

    @ParameterizedTest
    @MethodSource("skeletons")
    void shouldKnowEveryPart(Skeleton skeleton) {
        assertThat(skeleton.parts())
                .allSatisfy(part -> assertThat(Oks.sigma(part)).isBetween(0.02, 0.11));
    }

    static List<Skeleton> skeletons() {
        List<Skeleton> all = new ArrayList<>(Skeleton.known().toList());
        all.add(Skeleton.CENTRE);
        return all;
    }

    @Test
    void shouldRefuseAPoseOfAnotherSkeletonAndNoArea() {
        assertThatThrownBy(() -> Oks.between(COCO, standing(), standing().subList(1, 17), 1))
                .hasMessage("poses of 17 and 16 parts; skeleton coco17 has 17");
        assertThatThrownBy(() -> Oks.between(COCO, standing(), standing(), 0))
                .hasMessage("area is 0.0; it must be more than 0 square pixels");
    }

    private static List<Keypoint> standing() {
        return Collections.nCopies(17, new Keypoint(50, 60, 1));
    }
}
