package pose.ingest.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pose.ingest.FrameSource;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.mpegts.MpegTsSource;

/** What a picture waits for on its way; how long that takes is for {@code pose bench ingest --live} to say. */
@Timeout(180)
class PromptnessTest {

    private static final int PICTURES = 100;
    private static final SourceOptions PATIENT =
            SourceOptions.defaults().with(NetworkOptions.defaults().withTimeout(Duration.ofMinutes(1)));

    @Test
    void shouldGiveAPictureOnceTheNextBegins(@TempDir Path folder) throws Exception {
        // given: a camera that shows one picture after another until it is known, and then only when it is let
        TsRecording recording = TsRecording.of(folder, PICTURES);
        Semaphore let = new Semaphore(0);
        try (TsCamera camera = new TsCamera(recording, let)) {
            Showing showing = new Showing(camera, let);
            try (FrameSource source = opened(camera, showing)) {
                int shown = showing.end();
                for (int picture = 0; picture < shown - 1; picture++) {
                    assertThat(source.next())
                            .as("picture %d of %d", picture, shown)
                            .isPresent();
                }

                // when, then: a transport stream tells a picture's end by the next one's beginning, and nothing more is
                // needed
                for (int picture = shown; picture < PICTURES; picture++) {
                    let.release();
                    assertThat(source.next()).as("picture %d", picture - 1).isPresent();
                }
            } finally {
                showing.end();
                let.release(PICTURES);
            }
        }
    }

    private static FrameSource opened(TsCamera camera, Showing showing) throws SourceException {
        showing.start();
        return MpegTsSource.open(NetworkUrl.parse(camera.url()), PATIENT, Clock.systemUTC());
    }

    /** Lets a camera show 25 pictures a second, from when somebody listens until it is told to end. */
    private static final class Showing {

        private static final long BETWEEN_NANOS = 40_000_000;

        private final AtomicBoolean ended = new AtomicBoolean();
        private final Thread thread;
        private int shown;

        Showing(TsCamera camera, Semaphore let) {
            thread = new Thread(() -> {
                Bound.await(camera.port());
                camera.start();
                while (!ended.get()) {
                    let.release();
                    shown++;
                    LockSupport.parkNanos(BETWEEN_NANOS);
                }
            });
        }

        void start() {
            thread.start();
        }

        /** How many pictures were shown by then. */
        int end() throws InterruptedException {
            ended.set(true);
            thread.join();
            return shown;
        }
    }
}
