package pose.trainer.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static pose.trainer.judging.People.UNLABELLED;
import static pose.trainer.judging.People.judged;
import static pose.trainer.judging.People.person;

import java.util.List;
import org.junit.jupiter.api.Test;

class PckhTest {

    private static final List<String> PARTS = List.of("pelvis", "thorax", "r_knee", "head_top");

    @Test
    void shouldLeavePelvisAndThoraxOutOfTheMeanOnly() {
        // A head box of 30 × 40 has a diagonal of 50: the scale is 0.6 × 50 = 30, half of it 15.
        // pelvis 0 right, thorax 15 right (exactly), r_knee 15 right, head_top 16 wrong: mean over the last two is 50.
        Figures figures = new Pckh(0.5).judge(judged(PARTS, person(30, 0, 15, 15, 16)));

        assertThat(figures.name()).isEqualTo("pckh@0.5");
        assertThat(figures.parts())
                .containsExactly(
                        entry("pelvis", 100.0), entry("thorax", 100.0), entry("r_knee", 100.0), entry("head_top", 0.0));
        assertThat(figures.mean()).hasValue(50);
    }

    @Test
    void shouldHaveNoMeanOfPelvisAndThoraxAlone() {
        Figures figures = new Pckh(0.5).judge(judged(PARTS, person(30, 0, 0, UNLABELLED, UNLABELLED)));

        assertThat(figures.mean()).isEmpty();
        assertThat(figures.parts()).containsOnlyKeys("pelvis", "thorax");
    }
}
