package pose.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkeletonTest {

    @ParameterizedTest
    @ValueSource(strings = {"lsp14", "mpii16", "flic9", "coco17"})
    void shouldSwapLeftAndRightInTheMirror(String name) {
        Skeleton skeleton = Skeleton.named(name).orElseThrow();
        for (int p = 0; p < skeleton.size(); p++) {
            String part = skeleton.parts().get(p);
            String mirrored = skeleton.parts().get(skeleton.mirror().get(p));
            String expected = part.startsWith("r_")
                    ? "l_" + part.substring(2)
                    : part.startsWith("l_") ? "r_" + part.substring(2) : part;
            assertThat(mirrored).as("mirror of %s", part).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lsp14, 14, r_ankle, head_top, r_shoulder, l_hip",
        "mpii16, 16, r_ankle, l_wrist, r_shoulder, l_hip",
        "flic9, 9, l_shoulder, nose, l_shoulder, r_hip",
        "coco17, 17, nose, r_ankle, r_shoulder, l_hip",
    })
    void shouldHaveThePartsOfTheOfficialFiles(
            String name, int parts, String first, String last, String torsoFrom, String torsoTo) {
        Skeleton skeleton = Skeleton.named(name).orElseThrow();

        assertThat(skeleton.parts())
                .hasSize(parts)
                .doesNotHaveDuplicates()
                .startsWith(first)
                .endsWith(last);
        assertThat(skeleton.parts().get(skeleton.torso().from())).isEqualTo(torsoFrom);
        assertThat(skeleton.parts().get(skeleton.torso().to())).isEqualTo(torsoTo);
        assertThat(skeleton.limbs()).doesNotHaveDuplicates();
        assertThat(Skeleton.names()).contains(name);
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
    void shouldRefuseALimbOfAPartThereIsNot() {
        assertThatThrownBy(() -> new Skeleton(
                        "bad",
                        List.of("a", "b"),
                        List.of(1, 0),
                        List.of(new Skeleton.Limb(0, 2)),
                        new Skeleton.Limb(0, 1)))
                .hasMessageContaining("bad")
                .hasMessageContaining("0 to 1");
    }

    @Test
    void shouldPutASquareAroundABoxWithItsCentreKept() {
        Box square = new Box(10, 20, 40, 80).square(1.25);
        assertThat(square).isEqualTo(new Box(30 - 50, 60 - 50, 100, 100));
    }
}
