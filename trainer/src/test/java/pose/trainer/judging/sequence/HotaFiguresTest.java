package pose.trainer.judging.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Worked by hand from the definitions of Luiten et al. 2021. */
class HotaFiguresTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    @Test
    void shouldBePerfectWhereEverythingIs() {
        HotaFigures figures = HotaFigures.of(IdentitySketch.of(1, "10: A1 B2"));

        assertThat(figures.hota()).isCloseTo(1, EXACTLY);
        assertThat(figures.detection()).isCloseTo(1, EXACTLY);
        assertThat(figures.association()).isCloseTo(1, EXACTLY);
        assertThat(figures.location()).isCloseTo(1, EXACTLY);
    }

    @Test
    void shouldWeighThePiecesOfATrajectoryByTheirShare() {
        HotaFigures figures = HotaFigures.of(IdentitySketch.of(1, "6: A1", "4: A2"));

        // In 6 frames 6 of 10 are in common, in 4 frames 4 of 10.
        assertThat(figures.detection()).isCloseTo(1, EXACTLY);
        assertThat(figures.association()).isCloseTo((6 * 0.6 + 4 * 0.4) / 10, EXACTLY);
        assertThat(figures.hota()).isCloseTo(Math.sqrt(0.52), EXACTLY);
    }

    @Test
    void shouldCountWhatWasMissedAndWhatWasMadeUp() {
        HotaFigures figures = HotaFigures.of(IdentitySketch.of(1, "3: A1 -2", "2: A1", "5: A-"));

        // 5 right, 5 missed, 3 wrong; of A's 10 frames and 1's 5 both have 5.
        assertThat(figures.detection()).isCloseTo(5 / 13.0, EXACTLY);
        assertThat(figures.association()).isCloseTo(0.5, EXACTLY);
        assertThat(figures.hota()).isCloseTo(Math.sqrt(5 / 13.0 * 0.5), EXACTLY);
    }

    @Test
    void shouldTakeTheMeanOverNineteenLikenesses() {
        // when: as alike as 0.6, which is enough for the twelve likenesses from 0.05 to 0.60
        HotaFigures figures = HotaFigures.of(IdentitySketch.of(0.6, "10: A1"));

        // then
        assertThat(figures.hota()).isCloseTo(12 / 19.0, EXACTLY);
        assertThat(figures.detection()).isCloseTo(12 / 19.0, EXACTLY);
        assertThat(figures.location()).isCloseTo((12 * 0.6 + 7) / 19, EXACTLY);
    }
}
