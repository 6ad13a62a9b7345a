package pose.trainer.judging.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand from the definitions of Ristani et al. 2016. */
class IdentityFiguresTest {

    @Test
    void shouldBePerfectWhereEverybodyKeepsTheirName() {
        IdentityFigures figures = IdentityFigures.of(IdentitySketch.of(0.9, "10: A1 B2"), 0.5);

        assertThat(figures).isEqualTo(new IdentityFigures(20, 0, 0));
        assertThat(figures.f1()).isEqualTo(1);
    }

    @Test
    void shouldGiveATrajectoryInTwoPiecesItsLongerPieceOnly() {
        // when: 6 of 10 frames are right, 4 of the truth and 4 of what was found are left
        IdentityFigures figures = IdentityFigures.of(IdentitySketch.of(0.9, "6: A1", "4: A2"), 0.5);

        // then
        assertThat(figures).isEqualTo(new IdentityFigures(6, 4, 4));
        assertThat(figures.f1()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void shouldGiveEachOfTwoWhoSwapNamesThatOfTheLongerTime() {
        IdentityFigures figures = IdentityFigures.of(IdentitySketch.of(0.9, "4: A1 B2", "6: A2 B1"), 0.5);

        assertThat(figures).isEqualTo(new IdentityFigures(12, 8, 8));
    }

    @Test
    void shouldChooseForAllTogetherWhatIsBestForAll() {
        // given: A is longest under 1, but then 1 is not there for B, who has nobody else
        List<IdentityFrame> frames = IdentitySketch.of(0.9, "5: A1", "4: A2", "4: B1");

        // when: A2 with B1 explains 8 frames, A1 alone 5
        IdentityFigures figures = IdentityFigures.of(frames, 0.5);

        // then
        assertThat(figures).isEqualTo(new IdentityFigures(8, 5, 5));
    }

    @Test
    void shouldCountMissesAndFalseAlarms() {
        IdentityFigures figures = IdentityFigures.of(IdentitySketch.of(0.9, "6: A1", "2: A-", "2: A1 -2"), 0.5);

        assertThat(figures).isEqualTo(new IdentityFigures(8, 2, 2));
        assertThat(figures.precision()).isEqualTo(0.8);
        assertThat(figures.recall()).isEqualTo(0.8);
    }

    @Test
    void shouldNotTakeForTheSameWhatIsNotAlikeEnough() {
        assertThat(IdentityFigures.of(IdentitySketch.of(0.4, "3: A1"), 0.5)).isEqualTo(new IdentityFigures(0, 3, 3));
    }

    @Test
    void shouldRefuseOneIdTwiceInAFrame() {
        assertThatThrownBy(() -> new IdentityFrame(List.of(1L, 1L), List.of(), (t, f) -> 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1, 1]");
    }
}
