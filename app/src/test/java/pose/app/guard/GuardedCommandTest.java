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
        assertThat(GuardedCommand.wantsGuard(List.of(line.split(" ")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingest --config cameras.yaml --no-guard",
                "ingest --config cameras.yaml --help",
                "ingest --camera c --source clip.mp4",
                "ingest --camera c --source C:/clip.mp4 --realtime",
                "ingest --camera c --source file:clip.mp4 --realtime",
                "ingest --camera c --source synthetic:athlete",
                "ingest --camera c --source",
                "stream --config x",
                "--version",
            })
    void shouldLeaveAllElseAlone(String line) {
        assertThat(GuardedCommand.wantsGuard(List.of(line.split(" ")))).isFalse();
    }
}
