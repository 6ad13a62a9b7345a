package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReinferCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"pose.keypoints.v1", "pose.frames.v1", "pose.shadow.v1"})
    void shouldLeaveThePipelinesOwnTopicsAlone(String topic) {
        CommandLineRun run = reinfer("--to-topic", topic);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--to-topic " + topic + " is the pipeline's own");
    }

    @Test
    void shouldNotWriteWhereItReads() {
        assertThat(reinfer("--to-topic", "again", "--against-topic", "again").err())
                .contains("--to-topic again is a topic that is read");
        assertThat(reinfer("--to-topic", "footage", "--from-topic", "footage").err())
                .contains("--to-topic footage is a topic that is read");
    }

    @Test
    void shouldCompareWithOneThing() {
        CommandLineRun run = reinfer("--to-topic", "again", "--against-topic", "before", "--against", "lite/1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--against and --against-topic exclude each other");
    }

    private static CommandLineRun reinfer(String... args) {
        List<String> all = new ArrayList<>(List.of("reinfer", "--weights", "lite/2", "--cameras", "gate-1"));
        all.addAll(List.of(args));
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
