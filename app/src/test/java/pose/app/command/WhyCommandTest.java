package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhyCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"gate-1", "gate-1/7", "3:1500", "2026-05-01T18:30:00Z", "gate 1/7/8", "{\"camera\":\"gate-1\"}"})
    void shouldRefuseWhatNamesNoFrame(String text) {
        CommandLineRun run = CommandLineRun.of("why", text);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains("names no frame; allowed: CAMERA EPOCH SEQUENCE");
    }

    @Test
    void shouldRefuseWeightsThatAreNotToLook() {
        CommandLineRun run = CommandLineRun.of("why", "gate-1", "7", "8", "--weights", "lite/1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--weights is for --again");
    }

    @Test
    void shouldRefuseAPictureThatCannotBeWrittenBeforeAnythingElse() {
        CommandLineRun run = CommandLineRun.of("why", "gate-1/7/8", "--picture", "no/such/folder/p.jpg");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--picture 'no/such/folder/p.jpg'");
    }
}
