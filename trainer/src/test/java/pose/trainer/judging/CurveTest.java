package pose.trainer.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static pose.trainer.judging.People.UNLABELLED;
import static pose.trainer.judging.People.judged;
import static pose.trainer.judging.People.person;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

    @Test
    void shouldRiseWhereADistanceIsReached() {
        // Two wrists, 10 and 30 pixels off at a scale of 100: half are right from 0.10 on, all from 0.30 on.
        Curve curve = Curve.of(new Pck(0.2), judged(List.of("wrist"), person(100, 10), person(100, 30)));

        assertThat(curve.thresholds()).hasSize(51).startsWith(0.0, 0.01, 0.02).endsWith(0.49, 0.5);
        assertThat(curve.of("wrist").subList(9, 12)).containsExactly(0.0, 50.0, 50.0);
        assertThat(curve.of("wrist").subList(29, 32)).containsExactly(50.0, 100.0, 100.0);
    }

    @Test
    void shouldGiveTheAreaUnderItByTrapezoids() {
        // In steps: 0 until 9, 50 from 10 to 29, 100 from 30 to 50. Trapezoids: 9–10 gives 25, 10–29 give 19 × 50 =
        // 950,
        // 29–30 gives 75, 30–50 give 20 × 100 = 2000: 3050 of 50 × 100 = 5000, so 61 per cent.
        Curve curve = Curve.of(new Pck(0.2), judged(List.of("wrist"), person(100, 10), person(100, 30)));

        assertThat(curve.area().orElseThrow()).isEqualTo(61, within(1e-9));
        assertThat(curve.areas()).containsOnlyKeys("wrist");
    }

    @Test
    void shouldBeAllOfTheAreaWhereEverythingIsExact() {
        Curve curve = Curve.of(new Pdj(0.2), judged(List.of("wrist"), person(100, 0)));

        assertThat(curve.area()).hasValue(100);
    }

    @Test
    void shouldHaveNoAreaWhereNothingIsLabelled() {
        Curve curve = Curve.of(new Pck(0.2), judged(List.of("wrist"), person(100, UNLABELLED)));

        assertThat(curve.area()).isEmpty();
        assertThat(curve.areas()).isEmpty();
    }

    @Test
    void shouldWriteTheAreaAndEveryPointOfTheCurve() {
        Curve curve = Curve.of(new Pck(0.2), judged(List.of("wrist"), person(100, 0)));

        assertThat(curve.toMap()).containsOnlyKeys("auc", "thresholds", "mean", "parts");
        assertThat(curve.toMap().get("auc"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .contains(entry("mean", 100.0));
    }
}
