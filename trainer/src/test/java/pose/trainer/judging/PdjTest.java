package pose.trainer.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static pose.trainer.judging.People.MISSED;
import static pose.trainer.judging.People.judged;
import static pose.trainer.judging.People.person;

import java.util.List;
import org.junit.jupiter.api.Test;

class PdjTest {

    @Test
    void shouldCountJointsWithinAFractionOfTheTorso() {
        // A torso of 80: a tenth of it is 8. wrist: 8 detected (exactly), 9 not: 50. elbow: 0 detected, missed not: 50.
        Figures figures =
                new Pdj(0.1).judge(judged(List.of("wrist", "elbow"), person(80, 8, 0), person(80, 9, MISSED)));

        assertThat(figures.name()).isEqualTo("pdj@0.1");
        assertThat(figures.parts()).containsExactly(entry("wrist", 50.0), entry("elbow", 50.0));
        assertThat(figures.mean()).hasValue(50);
    }
}
