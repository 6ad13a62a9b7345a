package pose.trainer.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static pose.trainer.judging.People.MISSED;
import static pose.trainer.judging.People.UNLABELLED;
import static pose.trainer.judging.People.judged;
import static pose.trainer.judging.People.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PckTest {

    private static final List<String> PARTS = List.of("wrist", "elbow", "knee");

    @Test
    void shouldGiveTheShareOfEachPartAndTheirMean() {
        // Torsos of 100 and 50 pixels reach 20 and 10 pixels.
        // wrist: 19 ≤ 20 right, 11 > 10 wrong: 50. elbow: 0 and 0 right: 100. knee: 21 and 12 wrong: 0. Mean 150/3.
        Figures figures = new Pck(0.2).judge(judged(PARTS, person(100, 19, 0, 21), person(50, 11, 0, 12)));

        assertThat(figures.parts()).containsExactly(entry("wrist", 50.0), entry("elbow", 100.0), entry("knee", 0.0));
        assertThat(figures.mean()).hasValue(50);
        assertThat(figures.people()).isEqualTo(2);
    }

    @Test
    void shouldCountADistanceOfExactlyTheThresholdAsRight() {
        Figures figures = new Pck(0.2).judge(judged(PARTS, person(100, 20, 20.001, 0)));

        assertThat(figures.parts()).containsExactly(entry("wrist", 100.0), entry("elbow", 0.0), entry("knee", 100.0));
    }

    @Test
    void shouldCountExactlyTheThresholdAlsoWhereItsProductRoundsDown() {
        // As doubles, 0.29 × 100 is 28.999999999999996.
        Figures figures = new Pck(0.29).judge(judged(List.of("wrist"), person(100, 29)));

        assertThat(figures.parts()).containsExactly(entry("wrist", 100.0));
    }

    @Test
    void shouldCountAMissingPredictionAsWrong() {
        // wrist: found, missed: 50. The others are found both times.
        Figures figures = new Pck(0.2).judge(judged(PARTS, person(100, 0, 0, 0), person(100, MISSED, 0, 0)));

        assertThat(figures.parts()).contains(entry("wrist", 50.0));
        assertThat(figures.mean().orElseThrow()).isEqualTo(250.0 / 3, within(1e-9));
    }

    @Test
    void shouldCountEveryLabelledPartOfAnUnseenPersonAsWrong() {
        JudgedPerson seen = person(100, 0, UNLABELLED, 0);
        JudgedPerson unseen =
                JudgedPerson.unseen(seen.parts().stream().map(JudgedPart::truth).toList(), 100);

        Figures figures = new Pck(0.2).judge(judged(PARTS, seen, unseen));

        assertThat(figures.parts()).containsExactly(entry("wrist", 50.0), entry("knee", 50.0));
    }

    @Test
    void shouldLeaveOutPartsThatAreNotLabelled() {
        // elbow: labelled once, right once. knee: never labelled. Mean (0 + 100)/2 over the two that were.
        Figures figures = new Pck(0.2)
                .judge(judged(PARTS, person(100, 90, 0, UNLABELLED), person(100, 90, UNLABELLED, UNLABELLED)));

        assertThat(figures.parts()).containsExactly(entry("wrist", 0.0), entry("elbow", 100.0));
        assertThat(figures.mean()).hasValue(50);
    }

    @Test
    void shouldGiveNoFigureWhereNothingIsLabelled() {
        Figures figures = new Pck(0.2).judge(judged(PARTS, person(100, UNLABELLED, UNLABELLED, UNLABELLED)));

        assertThat(figures.mean()).isEmpty();
        assertThat(figures.toMap()).doesNotContainKey("mean").containsEntry("parts", java.util.Map.of());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRefuseAScaleThatIsNoLength(double scale) {
        assertThatThrownBy(() -> person(scale, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scale is " + scale);
    }

    @Test
    void shouldRefuseACoordinateThatIsNoNumber() {
        assertThatThrownBy(() -> person(100, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldRefuseAThresholdThatIsNone(double threshold) {
        assertThatThrownBy(() -> new Pck(threshold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pck has a threshold of " + threshold);
    }

    @Test
    void shouldRefusePeopleOfOtherParts() {
        assertThatThrownBy(() -> judged(PARTS, person(100, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a person has 2 parts; everybody has 3");
    }

    @Test
    void shouldWriteItsFiguresUnderItsNameInHundredths() {
        // Two of three right: 66.666… per cent.
        Figures figures = new Pck(0.20).judge(judged(PARTS, person(100, 0, 0, 50)));

        assertThat(figures.name()).isEqualTo("pck@0.2");
        assertThat(figures.toMap()).contains(entry("mean", 66.67), entry("people", 1));
        assertThat(new Pck(1).name()).isEqualTo("pck@1");
    }
}
