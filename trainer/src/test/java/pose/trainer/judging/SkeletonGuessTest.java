package pose.trainer.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import pose.skeleton.Skeleton;
import pose.skeleton.Skeleton.Limb;

class SkeletonGuessTest {

    /** Has the left leg as lsp14 has it, from the other end, and the right leg otherwise. */
    private static final Skeleton OTHER = new Skeleton(
            "other",
            List.of("l_knee", "l_ankle", "r_knee", "r_ankle"),
            List.of(2, 3, 0, 1),
            List.of(new Limb(1, 0)),
            new Limb(0, 1));

    @Test
    void shouldTakeTheOneSkeletonThatHasTheParts() {
        SkeletonGuess guess = SkeletonGuess.of(List.of("neck", "head_top", "r_knee"), List.of(OTHER, Skeleton.LSP14));

        assertThat(guess).isEqualTo(new SkeletonGuess(Skeleton.LSP14, List.of()));
    }

    @Test
    void shouldHaveNoRivalsWhereAllJoinThePartsAlike() {
        SkeletonGuess guess = SkeletonGuess.of(List.of("l_knee", "l_ankle"), List.of(Skeleton.LSP14, OTHER));

        assertThat(guess).isEqualTo(new SkeletonGuess(Skeleton.LSP14, List.of()));
    }

    @Test
    void shouldNameRivalsThatJoinThemOtherwise() {
        SkeletonGuess guess = SkeletonGuess.of(List.of("r_knee", "r_ankle"), List.of(Skeleton.LSP14, OTHER));

        assertThat(guess).isEqualTo(new SkeletonGuess(Skeleton.LSP14, List.of(OTHER)));
    }

    @Test
    void shouldRefusePartsOfNoSkeleton() {
        assertThatThrownBy(() -> SkeletonGuess.of(List.of("tail"), List.of(Skeleton.LSP14)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no skeleton has the parts tail; known are lsp14");
    }
}
