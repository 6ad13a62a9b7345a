package pose.ingest.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pose.ingest.FrameSource;
import pose.ingest.SourceOptions;
import pose.ingest.source.mpegts.MpegTsSource;

/** How long a picture is on its way from a camera's first byte of it to a frame. */
@Timeout(60)
class LatencyTest {

    private static final int PICTURES = 100;
    private static final Duration INTERVAL = Duration.ofMillis(40);
    private static final Duration OURS = Duration.ofMillis(20);

    @Test
    void shouldTakeNoLongerThanUntilTheNextPictureBegins(@TempDir Path folder) throws Exception {
        // given: a transport stream tells a picture's end by the next one's beginning
        TsRecording recording = TsRecording.of(folder, PICTURES);
        List<Long> latencies = new ArrayList<>();
        try (TsCamera camera = new TsCamera(recording, 1, INTERVAL)) {
            Thread starter = new Thread(() -> {
                Bound.await(camera.port());
                camera.start();
            });
            starter.start();
            NetworkUrl url = NetworkUrl.parse(camera.url());

            // when
            try (FrameSource source = MpegTsSource.open(url, SourceOptions.defaults(), Clock.systemUTC())) {
                for (int i = 0; i < PICTURES - 1; i++) {
                    assertThat(source.next()).isPresent();
                    latencies.add(System.nanoTime() - camera.begun(i));
                }
            }
        }

        // then: the median, since other work on the machine delays some
        Collections.sort(latencies);
        assertThat(Duration.ofNanos(latencies.get(latencies.size() / 2))).isLessThan(INTERVAL.plus(OURS));
    }
}
