package pose.app.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pose.athlete.MatchScene;
import pose.athlete.SceneOptions;
import pose.schema.PoseFrame;
import pose.trainer.judging.sequence.SequenceFigures;

class LiveJudgeTest {

    private final MatchScene match = new MatchScene(SceneOptions.parse("seconds=4", MatchScene.DEFAULT));
    private final LiveJudge judge = new LiveJudge();

    @Test
    void shouldJudgeEventsByTheTruthThatTravelsAlong() {
        // given
        for (long i = 0; i < match.frames(); i++) {
            judge.add(PerfectEvents.of("a", i, match.performers(i)), PerfectEvents.truth(match.performers(i)));
        }

        // when
        SequenceFigures figures = judge.figures().orElseThrow();

        // then
        assertThat(figures.frames()).isEqualTo(100);
        assertThat(figures.located().all().recall()).isEqualTo(1);
        assertThat(figures.located().all().precision()).isEqualTo(1);
        assertThat(figures.identities().orElseThrow().f1()).isEqualTo(1);
        assertThat(figures.pck()).hasValue(100);
        assertThat(figures.smoothedPck()).hasValue(100);
    }

    @Test
    void shouldHaveNothingToSayOfEventsForWhichNobodyWasLookedFor() {
        PoseFrame event = PerfectEvents.unlocated("a", 0, match.performers(0));

        judge.add(event, PerfectEvents.truth(match.performers(0)));

        assertThat(judge.figures()).isEmpty();
    }
}
