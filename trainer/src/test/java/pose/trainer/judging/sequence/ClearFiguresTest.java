package pose.trainer.judging.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand from the definitions of Bernardin and Stiefelhagen 2008. */
class ClearFiguresTest {

    @Test
    void shouldCountASwitchForEachOfTwoWhoSwapNames() {
        ClearFigures figures = ClearFigures.of(IdentitySketch.of(0.9, "4: A1 B2", "6: A2 B1"), 0.5);

        assertThat(figures).isEqualTo(new ClearFigures(20, 0, 0, 2));
        assertThat(figures.accuracy()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void shouldCountASwitchAcrossAGapOnlyWhereTheNameIsAnother() {
        ClearFigures same = ClearFigures.of(IdentitySketch.of(0.9, "4: A1", "2: A-", "4: A1"), 0.5);
        ClearFigures other = ClearFigures.of(IdentitySketch.of(0.9, "4: A1", "2: A-", "4: A2"), 0.5);

        assertThat(same).isEqualTo(new ClearFigures(10, 2, 0, 0));
        assertThat(other).isEqualTo(new ClearFigures(10, 2, 0, 1));
    }

    @Test
    void shouldKeepTogetherWhoIsTogetherThoughSomebodyElseIsMoreAlike() {
        // given
        IdentityFrame first = new IdentityFrame(List.of(7L), List.of(1L), (t, f) -> 0.9);
        IdentityFrame second = new IdentityFrame(List.of(7L), List.of(1L, 2L), (t, f) -> f == 0 ? 0.55 : 0.95);

        // when
        ClearFigures figures = ClearFigures.of(List.of(first, second), 0.5);

        // then
        assertThat(figures).isEqualTo(new ClearFigures(2, 0, 1, 0));
    }

    @Test
    void shouldFallBelowNothingWhereMoreIsWrongThanThereArePeople() {
        ClearFigures figures = ClearFigures.of(IdentitySketch.of(0.9, "2: A- -1 -2"), 0.5);

        assertThat(figures).isEqualTo(new ClearFigures(2, 2, 4, 0));
        assertThat(figures.accuracy()).isEqualTo(-2);
    }
}
