package pose.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingest --config cameras.yaml",
                "ingest --config=cameras.yaml --bootstrap kafka:9092",
                "--verbose ingest --config cameras.yaml",
                "ingest --camera c --source rtsp://camera/1",
                "ingest --camera c --source=udp://:5000",
                "ingest --camera c --source synthetic:athlete --realtime",
            })
    void shouldGuardLiveCameras(String line) {
        List<String> args = List.of(line.split(" "));

        assertThat(GuardedCommand.wantsGuard(args)).isTrue();
        assertThat(GuardedCommand.recording(args)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingest --camera c --source clip.mp4",
                "ingest --camera c --source C:/clip.mp4 --realtime",
                "ingest --camera c --source file:clip.mp4 --realtime",
                "ingest --camera c --source=synthetic:athlete",
            })
    void shouldGuardRecordingsAsSuch(String line) {
        List<String> args = List.of(line.split(" "));

        assertThat(GuardedCommand.wantsGuard(args)).isTrue();
        assertThat(GuardedCommand.recording(args)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingest --config cameras.yaml --no-guard",
                "ingest --config cameras.yaml --help",
                "ingest --camera c --source",
                "ingest --camera c --source clip.mp4 --no-guard",
                "stream --config x",
                "--version",
            })
    void shouldLeaveAllElseAlone(String line) {
        assertThat(GuardedCommand.wantsGuard(List.of(line.split(" ")))).isFalse();
    }
}
