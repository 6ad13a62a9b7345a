package pose.ingest.source.mjpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceException.Fault;
import pose.ingest.servers.CameraPicture;
import pose.ingest.servers.CameraServer;
import pose.ingest.servers.MjpegServer;
import pose.ingest.servers.Viewer;
import pose.ingest.servers.Viewer.Ending;
import pose.ingest.source.LiveSourcePromises;
import pose.schema.CaptureClock;

@Timeout(180)
class MjpegSourceTest extends LiveSourcePromises {

    private static final CameraPicture PICTURE = new CameraPicture(320, 240, 20);

    @Override
    protected CameraServer server() throws Exception {
        return new MjpegServer(PICTURE);
    }

    @Override
    protected String at(int port) {
        return "http://127.0.0.1:" + port + "/video.mjpg";
    }

    @Test
    void shouldShowTheCamerasPicturesAtTheTimeTheyArrive() throws Exception {
        try (MjpegServer server = new MjpegServer(PICTURE)) {
            server.start();

            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                List<CapturedFrame> frames = Viewer.frames(source, 21);

                assertShows(PICTURE, source, frames);
                assertThat(frames).extracting(CapturedFrame::clock).containsOnly(CaptureClock.HOST);
                // A second, and more where the machine is busy; pictures that wait at its beginning seem to come
                // faster.
                assertThat(frames.get(20).captureTimeUs() - frames.get(0).captureTimeUs())
                        .isBetween(500_000L, 60_000_000L);
            }
        }
    }

    @Test
    void shouldShowTheCameraAgainWhenItIsBack() throws Exception {
        try (MjpegServer server = new MjpegServer(PICTURE)) {
            server.start();
            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                source.next();
                server.kill();
            }
            assertThatThrownBy(() -> Viewer.open(server.url(), TIMEOUT))
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.fault()).isEqualTo(Fault.LOST));
            server.start();
            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                assertThat(source.next()).isPresent();
            }
        }
    }

    @Test
    void shouldStopAtAnInterruptAndNotAtItsTimeout() throws Exception {
        try (MjpegServer server = new MjpegServer(PICTURE)) {
            // given
            server.start();
            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                source.next();
                server.freeze();
                long begun = System.nanoTime();
                Viewer.interruptMeIn(300);

                // when
                Ending ending = Viewer.end(source);

                // then
                assertThat(Thread.interrupted()).isTrue();
                assertThat(ending.fault()).isNotNull().hasMessageContaining("interrupted");
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
            }
        }
    }
}
