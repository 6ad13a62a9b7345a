package pose.ingest.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.ingest.FrameSource;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;

class HardwareTest {

    /** Whatever of these a machine has or lacks. */
    @ParameterizedTest
    @ValueSource(strings = {"vaapi", "cuda", "vulkan", "abacus"})
    void shouldDecodeWithOrWithoutTheDevice(String device, @TempDir Path folder) throws Exception {
        Path clip = Clips.clip(folder, 10, 25);

        List<Long> times = times(clip, SourceOptions.defaults().onHardware(device));

        assertThat(times).hasSize(10).isEqualTo(times(clip, SourceOptions.defaults()));
    }

    private static List<Long> times(Path clip, SourceOptions options) throws Exception {
        List<Long> times = new ArrayList<>();
        try (FrameSource source = FrameSources.open(clip.toString(), options, Clock.systemUTC())) {
            for (var frame = source.next(); frame.isPresent(); frame = source.next()) {
                times.add(frame.get().ptsUs());
            }
        }
        return times;
    }
}
