package pose.app.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pose.ingest.SourceAddress;
import pose.ingest.SourceOptions;
import pose.ingest.camera.CameraSettings;

class AsideTest {

    private static final List<CameraSettings> CAMERAS = Stream.of("a", "b", "c")
            .map(id -> CameraSettings.of(id, SourceAddress.of("udp://h:1"), SourceOptions.defaults()))
            .toList();

    private final AtomicLong now = new AtomicLong();

    @Test
    void shouldLeaveOutACameraUntilItsTimeIsOver() {
        // given
        Aside aside = new Aside(Map.of("a", Duration.ofSeconds(5), "c", Duration.ofSeconds(9)), now::get);
        assertThat(ids(aside)).containsExactly("b");

        // when
        now.set(Duration.ofSeconds(5).toNanos());

        // then
        assertThat(aside.isOneOver()).isTrue();
        assertThat(aside.isOneOver()).isFalse();
        assertThat(ids(aside)).containsExactly("a", "b");
    }

    private static List<String> ids(Aside aside) {
        return aside.without(CAMERAS).stream().map(CameraSettings::id).toList();
    }
}
