package pose.stream.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import pose.schema.TrialRules;
import pose.stream.trial.Verdict.Outcome;

class JudgeTest {

    private static final long BEGAN = 1_000_000_000;
    private static final long WITHIN = 60_000_000;

    private final Judge judge = new Judge(new TrialRules(100L, 0.1, 0.05, 1.5, WITHIN, true), BEGAN);

    @Test
    void shouldWaitForFramesEnough() {
        assertThat(judge.judge(figures(99, 0.9, 0.1, 9), BEGAN + WITHIN - 1)).isEmpty();
    }

    @Test
    void shouldPassWhatKeepsEveryRule() {
        assertThat(judge.judge(figures(100, 0.1, 0.45, 1.5), BEGAN))
                .hasValueSatisfying(verdict -> assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED));
    }

    @Test
    void shouldFailWhatIsTooFarApart() {
        assertThat(judge.judge(figures(100, 0.101, 0.5, 1), BEGAN))
                .contains(new Verdict(Outcome.FAILED, "mean distance is 0.1010, allowed: 0.1000"));
    }

    @Test
    void shouldFailWhatIsLessSure() {
        assertThat(judge.judge(figures(100, 0, 0.44, 1), BEGAN))
                .contains(new Verdict(Outcome.FAILED, "score drop is 0.0600, allowed: 0.0500"));
    }

    @Test
    void shouldFailWhatTakesTooLong() {
        assertThat(judge.judge(figures(100, 0, 0.5, 1.6), BEGAN))
                .contains(new Verdict(Outcome.FAILED, "time a frame, as a multiple, is 1.6000, allowed: 1.5000"));
    }

    @Test
    void shouldFailWhatIsNoNumber() {
        assertThat(judge.judge(figures(100, Double.NaN, 0.5, 1), BEGAN))
                .hasValueSatisfying(verdict -> assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED));
    }

    @Test
    void shouldNameEveryBrokenRule() {
        assertThat(judge.judge(figures(200, 0.3, 0.2, 1), BEGAN))
                .hasValueSatisfying(
                        verdict -> assertThat(verdict.reason()).contains("mean distance", "; ", "score drop"));
    }

    @Test
    void shouldExpireWithoutFramesEnough() {
        assertThat(judge.judge(figures(99, 0, 0.5, 1), BEGAN + WITHIN))
                .contains(
                        new Verdict(Outcome.EXPIRED, "both versions looked at 99 frames within 60 s; 100 are needed"));
    }

    @Test
    void shouldDecideLateRatherThanExpireWhereFramesAreEnough() {
        assertThat(judge.judge(figures(100, 0, 0.5, 1), BEGAN + 2 * WITHIN))
                .hasValueSatisfying(verdict -> assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED));
    }

    @Test
    void shouldNeverPassWithoutAnyFrame() {
        Judge lax = new Judge(new TrialRules(0L, 1.0, 1.0, 100.0, WITHIN, true), BEGAN);

        assertThat(lax.judge(figures(0, 0, 0, 1), BEGAN)).isEmpty();
    }

    private static TrialFigures figures(long frames, double distance, double candidateScore, double ratio) {
        return new TrialFigures(
                frames, distance, distance, 0.5, candidateScore, OptionalDouble.of(ratio), "lsp14", List.of());
    }
}
