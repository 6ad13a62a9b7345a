package pose.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SkeletonTest {

    @Test
    void shouldSwapLeftAndRightInTheMirror() {
        for (int p = 0; p < Skeleton.LSP14.size(); p++) {
            String part = Skeleton.LSP14.parts().get(p);
            String mirrored = Skeleton.LSP14.parts().get(Skeleton.LSP14.mirror().get(p));
            String expected = part.startsWith("r_")
                    ? "l_" + part.substring(2)
                    : part.startsWith("l_") ? "r_" + part.substring(2) : part;
            assertThat(mirrored).as("mirror of %s", part).isEqualTo(expected);
        }
    }

    @Test
    void shouldNormaliseByRightShoulderToLeftHip() {
        Skeleton.Limb torso = Skeleton.LSP14.torso();
        assertThat(Skeleton.LSP14.parts().get(torso.from())).isEqualTo("r_shoulder");
        assertThat(Skeleton.LSP14.parts().get(torso.to())).isEqualTo("l_hip");
    }

    @Test
    void shouldNameThePartItDoesNotHave() {
        assertThatThrownBy(() -> Skeleton.LSP14.indexOf("tail"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lsp14")
                .hasMessageContaining("'tail'");
    }

    @Test
    void shouldRefuseAMirrorThatIsNotItsOwnInverse() {
        assertThatThrownBy(
                        () -> new Skeleton("bad", List.of("a", "b"), List.of(1, 1), List.of(), new Skeleton.Limb(0, 1)))
                .hasMessageContaining("bad")
                .hasMessageContaining("inverse");
    }

    @Test
    void shouldPutASquareAroundABoxWithItsCentreKept() {
        Box square = new Box(10, 20, 40, 80).square(1.25);
        assertThat(square).isEqualTo(new Box(30 - 50, 60 - 50, 100, 100));
    }
}
