package pose.trainer.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static pose.trainer.judging.People.MISSED;
import static pose.trainer.judging.People.UNLABELLED;
import static pose.trainer.judging.People.judged;
import static pose.trainer.judging.People.person;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

class PcpTest {

    private static final List<String> PARTS = List.of("wrist", "elbow", "shoulder");

    /** True parts lie 100 pixels apart, so both limbs are 100 long and each end may be 50 off. */
    private static final Pcp PCP =
            new Pcp(0.5, List.of(new NamedLimb("wrist", "elbow"), new NamedLimb("elbow", "shoulder")));

    @Test
    void shouldCountALimbWhoseTwoEndsAreEachWithinHalfItsLength() {
        // wrist-elbow: 50 and 50, exactly at the threshold: right. elbow-shoulder: 50 and 51: wrong. Mean (100 + 0)/2.
        Figures figures = PCP.judge(judged(PARTS, person(7, 50, 50, 51)));

        assertThat(figures.name()).isEqualTo("pcp@0.5");
        assertThat(figures.parts()).containsExactly(entry("wrist-elbow", 100.0), entry("elbow-shoulder", 0.0));
        assertThat(figures.mean()).hasValue(50);
    }

    @Test
    void shouldWantEachEndWithinTheThresholdNotTheirMean() {
        // Ends 0 and 60 off: 30 on average, and wrong all the same.
        Figures figures = PCP.judge(judged(PARTS, person(7, 0, 60, 0)));

        assertThat(figures.parts()).containsExactly(entry("wrist-elbow", 0.0), entry("elbow-shoulder", 0.0));
    }

    @Test
    void shouldCountALimbWithAMissingEndAsWrong() {
        // wrist-elbow: right for the first, its wrist missed for the second: 50. elbow-shoulder: right twice.
        Figures figures = PCP.judge(judged(PARTS, person(7, 0, 0, 0), person(7, MISSED, 0, 0)));

        assertThat(figures.parts()).containsExactly(entry("wrist-elbow", 50.0), entry("elbow-shoulder", 100.0));
        assertThat(figures.mean()).hasValue(75);
    }

    @Test
    void shouldLeaveOutLimbsWithAnEndThatIsNotLabelled() {
        Figures figures = PCP.judge(judged(PARTS, person(7, UNLABELLED, 0, 0)));

        assertThat(figures.parts()).containsExactly(entry("elbow-shoulder", 100.0));
        assertThat(figures.mean()).hasValue(100);
    }

    @Test
    void shouldGiveNoFigureWhereNoLimbIsLabelled() {
        Figures figures = PCP.judge(judged(PARTS, person(7, 0, UNLABELLED, 0)));

        assertThat(figures.parts()).isEmpty();
        assertThat(figures.mean()).isEmpty();
    }

    @Test
    void shouldLeaveOutLimbsOfNoLength() {
        JudgedPart spot = new JudgedPart(Optional.of(new Point(5, 5)), Optional.of(new Point(5, 5)), 7);

        Figures figures = PCP.judge(judged(PARTS, new JudgedPerson(List.of(spot, spot, spot))));

        assertThat(figures.parts()).isEmpty();
    }

    @Test
    void shouldPassOverLimbsOfPartsThatNobodyHas() {
        Figures figures =
                new Pcp(0.5, NamedLimb.of(Skeleton.LSP14)).judge(judged(List.of("r_knee", "r_ankle"), person(7, 0, 0)));

        assertThat(figures.parts()).containsExactly(entry("r_ankle-r_knee", 100.0));
    }
}
