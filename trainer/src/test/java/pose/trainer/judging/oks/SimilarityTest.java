package pose.trainer.judging.oks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pose.skeleton.Box;
import pose.skeleton.Point;

class SimilarityTest {

    private static final Optional<Point> NONE = Optional.empty();

    private final Similarity similarity = new Similarity(Sketches.PARTS);

    @Test
    void shouldBeTheMeanOverTheLabelledParts() {
        // given: one wrist 12.4 off, where d² / (2 × 10,000 × 0.124²) is one half, the other one right
        TrueOne truth = new TrueOne(Sketches.parts(0), 10_000, Optional.empty(), false);
        FoundOne found = new FoundOne(List.of(Optional.of(new Point(12.4, 0)), Optional.of(new Point(200, 100))), 1);

        // when
        double alike = similarity.of(truth, found);

        // then
        assertThat(alike).isCloseTo((Math.exp(-0.5) + 1) / 2, within(1e-12));
    }

    @Test
    void shouldPassOverWhatIsNotLabelled() {
        // given
        TrueOne truth = new TrueOne(List.of(NONE, Optional.of(new Point(200, 100))), 10_000, Optional.empty(), false);
        FoundOne found = new FoundOne(List.of(Optional.of(new Point(-999, 0)), Optional.of(new Point(200, 100))), 1);

        // when
        double alike = similarity.of(truth, found);

        // then
        assertThat(alike).isCloseTo(1, within(1e-12));
    }

    @Test
    void shouldTakeAPartThatWasNotFoundForAsWrongAsCanBe() {
        // given
        TrueOne truth = new TrueOne(Sketches.parts(0), 10_000, Optional.empty(), false);
        FoundOne found = new FoundOne(List.of(Optional.of(new Point(0, 0)), NONE), 1);

        // when
        double alike = similarity.of(truth, found);

        // then
        assertThat(alike).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void shouldMeasureFromThreeTimesTheBoxWhereNothingIsLabelled() {
        // given: of a box 100 wide and high, 100 more count on every side; the first wrist is 12.4 beyond, the other
        // one inside
        TrueOne crowd = new TrueOne(List.of(NONE, NONE), 10_000, Optional.of(new Box(0, 0, 100, 100)), true);
        FoundOne found = new FoundOne(List.of(Optional.of(new Point(-112.4, 50)), Optional.of(new Point(199, -99))), 1);

        // when
        double alike = similarity.of(crowd, found);

        // then
        assertThat(alike).isCloseTo((Math.exp(-0.5) + 1) / 2, within(1e-12));
    }

    @Test
    void shouldBeNothingWhereNothingSaysWhereThePersonIs() {
        // given
        TrueOne nowhere = new TrueOne(List.of(NONE, NONE), 10_000, Optional.empty(), false);

        // when
        double alike = similarity.of(nowhere, Sketches.found(0, 1, 1));

        // then
        assertThat(alike).isZero();
    }

    @Test
    void shouldBeOneForTheSamePlaceEvenWhereThePersonCoversNothing() {
        // given
        TrueOne point = new TrueOne(Sketches.parts(0), 0, Optional.empty(), false);

        // when
        double alike = similarity.of(point, new FoundOne(Sketches.parts(0), 1));

        // then
        assertThat(alike).isEqualTo(1);
    }
}
