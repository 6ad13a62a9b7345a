package pose.trainer.judging.oks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static pose.trainer.judging.oks.Sketches.found;
import static pose.trainer.judging.oks.Sketches.judge;
import static pose.trainer.judging.oks.Sketches.person;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import pose.skeleton.Box;

/** Cases worked by hand. */
class OksFiguresTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    @Test
    void shouldGiveEverythingForEverybodyFoundAtTheirPlace() {
        // given
        JudgedPicture picture =
                new JudgedPicture(List.of(person(0), person(1000)), List.of(found(0, 1, 0.9), found(1000, 1, 0.1)));

        // when
        OksFigures figures = judge(picture);

        // then
        assertThat(figure(figures, "ap")).isCloseTo(100, EXACTLY);
        assertThat(figure(figures, "ar")).isCloseTo(100, EXACTLY);
    }

    @Test
    void shouldCountSomebodyAtTheThresholdsThatTheSimilarityReaches() {
        // given: 0.72 reaches 0.5 to 0.7, five of the ten
        JudgedPicture picture = new JudgedPicture(List.of(person(0)), List.of(found(0, 0.72, 1)));

        // when
        OksFigures figures = judge(picture);

        // then
        assertThat(figure(figures, "ap")).isCloseTo(50, EXACTLY);
        assertThat(figure(figures, "ap50")).isCloseTo(100, EXACTLY);
        assertThat(figure(figures, "ap75")).isZero();
        assertThat(figure(figures, "ar")).isCloseTo(50, EXACTLY);
    }

    @Test
    void shouldWeighAWrongOneByWhoIsSurer() {
        // given: two people, of whom one is found, after a wrong prediction that is surer: precision 1/2 up to recall
        // 1/2
        JudgedPicture picture =
                new JudgedPicture(List.of(person(0), person(1000)), List.of(found(5000, 1, 0.9), found(0, 1, 0.8)));

        // when
        OksFigures figures = judge(picture);

        // then: 51 of the 101 recalls, 0 to 0.5, have a precision of 1/2
        assertThat(figure(figures, "ap")).isCloseTo(100 * 51 * 0.5 / 101, EXACTLY);
        assertThat(figure(figures, "ar")).isCloseTo(50, EXACTLY);
    }

    @Test
    void shouldTakeTheBestPrecisionFromARecallOn() {
        // given: right, wrong, right, over two pictures; precision 1, 1/2, 2/3 at recall 1/2, 1/2, 1
        JudgedPicture first = new JudgedPicture(List.of(person(0)), List.of(found(0, 1, 0.9), found(5000, 1, 0.8)));
        JudgedPicture second = new JudgedPicture(List.of(person(0)), List.of(found(0, 1, 0.7)));

        // when
        OksFigures figures = judge(first, second);

        // then: 51 recalls at 1, 50 at 2/3
        assertThat(figure(figures, "ap")).isCloseTo(100 * (51 + 50 * 2 / 3.0) / 101, EXACTLY);
    }

    @Test
    void shouldCountASecondPredictionOfOnePersonAsWrong() {
        // given
        JudgedPicture picture = new JudgedPicture(List.of(person(0)), List.of(found(0, 0.9, 0.9), found(0, 0.99, 0.5)));

        // when
        OksFigures figures = judge(picture);

        // then: at 0.95 the better one, which is less sure, has the person to itself, after a wrong one
        assertThat(figures.all().precisions().get(0)).isCloseTo(1, EXACTLY);
        assertThat(figures.all().precisions().get(9)).isCloseTo(0.5, EXACTLY);
    }

    @Test
    void shouldLetTheSurerPredictionChooseFirst() {
        // given: the surer one is nearer to the second person, the other one reaches only the second too
        TrueOne first = person(0);
        TrueOne second = person(Sketches.off(0.7));
        FoundOne surer = found(0, 0.7, 0.9);
        FoundOne other = found(0, 0.68, 0.8);

        // when
        OksFigures figures = judge(new JudgedPicture(List.of(first, second), List.of(surer, other)));

        // then: the other one takes the first person as long as 0.68 will do
        assertThat(figures.all().recallAt(0.65)).hasValue(1);
        assertThat(figures.all().recallAt(0.7)).hasValue(0.5);
    }

    @Test
    void shouldPassOverWhatIsFoundInACrowdHoweverOften() {
        // given
        TrueOne crowd = new TrueOne(
                List.of(Optional.empty(), Optional.empty()), 90_000, Optional.of(new Box(1000, 0, 300, 300)), true);
        List<FoundOne> found = List.of(found(1010, 1, 0.9), found(1050, 1, 0.8), found(0, 1, 0.7));

        // when
        OksFigures figures = judge(new JudgedPicture(List.of(crowd, person(0)), found));

        // then
        assertThat(figures.people()).isEqualTo(1);
        assertThat(figure(figures, "ap")).isCloseTo(100, EXACTLY);
    }

    @Test
    void shouldJudgeMediumAndLargePeopleApart() {
        // given: an area of 96 × 96 is both, as COCO has it; the larger person is missed
        JudgedPicture picture =
                new JudgedPicture(List.of(person(0, 9216), person(1000, 50_000)), List.of(found(0, 1, 1)));

        // when
        OksFigures figures = judge(picture);

        // then
        assertThat(figure(figures, "arMedium")).isCloseTo(100, EXACTLY);
        assertThat(figure(figures, "arLarge")).isCloseTo(50, EXACTLY);
    }

    @Test
    void shouldHaveNoFigureOfASizeThatNobodyHas() {
        // given
        JudgedPicture picture = new JudgedPicture(List.of(person(0, 100)), List.of(found(0, 1, 1)));

        // when
        OksFigures figures = judge(picture);

        // then
        assertThat(figures.byName().get("apMedium")).isEmpty();
        assertThat(figures.toMap()).doesNotContainKey("apMedium").containsKey("ap");
    }

    @Test
    void shouldHaveNoFigureAtAllWhereThereIsNobodyToFind() {
        // given
        JudgedPicture empty = new JudgedPicture(List.of(), List.of(found(0, 1, 1)));

        // when
        OksFigures figures = judge(empty);

        // then
        assertThat(figures.byName().values()).allMatch(figure -> figure.isEmpty());
        assertThat(figures.found()).isEqualTo(1);
    }

    @Test
    void shouldFindNobodyWhereNothingWasPredicted() {
        // given
        JudgedPicture picture = new JudgedPicture(List.of(person(0)), List.of());

        // when
        OksFigures figures = judge(picture);

        // then
        assertThat(figure(figures, "ap")).isZero();
        assertThat(figure(figures, "ar")).isZero();
    }

    @Test
    void shouldCountOnlyTheTwentySurestOfAPicture() {
        // given
        List<FoundOne> found = IntStream.rangeClosed(1, 21)
                .mapToObj(i -> i == 21 ? found(0, 1, 0.1) : found(5000 + 1000 * i, 1, 0.5))
                .toList();

        // when
        OksFigures figures = judge(new JudgedPicture(List.of(person(0)), found));

        // then
        assertThat(figure(figures, "ar")).isZero();
    }

    @Test
    void shouldRefusePeopleOfOtherParts() {
        // given
        JudgedPicture picture = new JudgedPicture(List.of(), List.of(new FoundOne(List.of(), 1)));

        // when
        assertThatThrownBy(() -> judge(picture))

                // then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a person has 0 parts; everybody has 2");
    }

    private static double figure(OksFigures figures, String name) {
        return figures.byName().getOrDefault(name, OptionalDouble.empty()).orElseThrow();
    }
}
