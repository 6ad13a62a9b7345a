package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import pose.schema.Trial;
import pose.schema.TrialMode;
import pose.schema.TrialRules;

class TrialOptionsTest {

    @Command(name = "promote")
    private static final class Promotion {
        @Mixin
        private TrialOptions trial = new TrialOptions();
    }

    private static Optional<Trial> trialOn(String channel, String... arguments) {
        Promotion promotion = new Promotion();
        CommandLine line = new CommandLine(promotion);
        line.parseArgs(arguments);
        return promotion.trial.trialOn(channel, line.getCommandSpec());
    }

    @Test
    void shouldTryACandidateInTheShadowWhereNothingIsSaid() {
        assertThat(trialOn("candidate")).contains(new Trial(TrialMode.SHADOW, 0.1, List.of(), null));
        assertThat(trialOn("candidate", "--canary=1")).contains(new Trial(TrialMode.CANARY, 1.0, List.of(), null));
        assertThat(trialOn("stable")).isEmpty();
        assertThat(trialOn("night")).isEmpty();
    }

    @Test
    void shouldNotMakeStableWhatIsToBeTried() {
        assertThatThrownBy(() -> trialOn("stable", "--shadow=0.1"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--channel candidate");
    }

    private static Optional<Trial> trial(String... arguments) {
        Promotion promotion = new Promotion();
        CommandLine line = new CommandLine(promotion);
        line.parseArgs(arguments);
        return promotion.trial.trial(line.getCommandSpec());
    }

    @Test
    void shouldAskForNoTrialByItself() {
        assertThat(trial()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "10%, 0.1", "0, 0", "100%, 1", "1, 1"})
    void shouldTryInTheShadow(String text, double share) {
        assertThat(trial("--shadow", text)).contains(new Trial(TrialMode.SHADOW, share, List.of(), null));
    }

    @Test
    void shouldServeAShareOfTheCameras() {
        assertThat(trial("--canary", "0.25")).contains(new Trial(TrialMode.CANARY, 0.25, List.of(), null));
    }

    @Test
    void shouldServeExactlyTheNamedCameras() {
        assertThat(trial("--cameras", "gate-1,gate-2"))
                .contains(new Trial(TrialMode.CANARY, 0.0, List.of("gate-1", "gate-2"), null));
    }

    @Test
    void shouldLookAtTheNamedCamerasInTheShadow() {
        assertThat(trial("--shadow", "1", "--cameras", "gate-1"))
                .contains(new Trial(TrialMode.SHADOW, 1.0, List.of("gate-1"), null));
    }

    @Test
    void shouldFillInTheRulesThatAreNotGiven() {
        assertThat(trial("--shadow", "1", "--max-distance", "0.05").map(Trial::getRules))
                .contains(new TrialRules(500L, 0.05, 0.05, 1.5, 600_000_000L, false));
    }

    @Test
    void shouldTakeEveryRule() {
        assertThat(trial(
                                "--canary=0.5",
                                "--auto-promote",
                                "--min-frames=20",
                                "--max-distance=0.2",
                                "--max-score-drop=0.3",
                                "--max-latency-ratio=4",
                                "--decide-within=90s")
                        .map(Trial::getRules))
                .contains(new TrialRules(20L, 0.2, 0.3, 4.0, 90_000_000L, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--shadow 1.5           | --shadow       | '1.5' is no number from 0 to 1, or from 0% to 100%",
                "--canary many          | --canary       | 'many' is no number from 0 to 1",
                "--shadow 1 --min-frames 0 | --min-frames   | '0' is no whole number from 1",
                "--shadow 1 --max-distance NaN | --max-distance | 'NaN' is no number from 0 to 10",
                "--shadow 1 --decide-within 0s | --decide-within | '0s' is no time from 1s to 30d",
                "--shadow 1 --canary 1  | --shadow       | give one of them",
                "--canary 1 --cameras a | --canary       | give one of them",
                "--cameras a,b/c        | --cameras      | 'b/c' is no camera's id",
                "--auto-promote         | --shadow       | rules decide about a trial, and none is asked for"
            })
    void shouldSayWhatIsWrong(String arguments, String option, String reason) {
        assertThatThrownBy(() -> trial(arguments.trim().split(" ")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(option)
                .hasMessageContaining(reason);
    }
}
