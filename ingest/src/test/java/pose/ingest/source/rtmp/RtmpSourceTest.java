package pose.ingest.source.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import pose.ingest.servers.RtmpPublisher;
import pose.ingest.servers.RtmpServer;
import pose.ingest.servers.Viewer;
import pose.ingest.servers.Viewer.Ending;
import pose.ingest.source.LiveSourcePromises;

@Timeout(180)
class RtmpSourceTest extends LiveSourcePromises {

    private static final CameraPicture PICTURE = CameraPicture.SMALL;

    @Override
    protected CameraServer server() throws Exception {
        assumeTrue(RtmpServer.available().present(), RtmpServer.available().reason());
        return new RtmpServer(PICTURE);
    }

    @Override
    protected String at(int port) {
        return "rtmp://127.0.0.1:" + port + "/live/camera";
    }

    @Test
    void shouldFetchAStreamFromAServer() throws Exception {
        try (CameraServer server = server()) {
            server.start();

            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                assertShowsThePicture(source);
            }
        }
    }

    @Test
    void shouldWaitForACameraThatBringsItsStream() throws Exception {
        String place = RtmpPublisher.freeUrl();
        try (RtmpPublisher camera = new RtmpPublisher(PICTURE, place)) {
            // given
            camera.startWhenHeard();

            // when
            try (FrameSource source = Viewer.open(place.replace("rtmp:", "rtmp+listen:"), TIMEOUT)) {
                // then
                assertShowsThePicture(source);
                camera.kill();
                Ending ending = Viewer.end(source);
                assertTold(ending, Fault.LOST);
            }
        }
    }

    @Test
    void shouldTakeWhateverKeyACameraNames() throws Exception {
        String place = RtmpPublisher.freeUrl();
        try (RtmpPublisher camera = new RtmpPublisher(PICTURE, place.replace("/live/camera", "/other/key"))) {
            camera.startWhenHeard();
            try (FrameSource source = Viewer.open(place.replace("rtmp:", "rtmp+listen:"), TIMEOUT)) {
                assertThat(source.next()).isPresent();
            }
        }
    }

    @Test
    void shouldStopWaitingForACameraThatDoesNotCome() throws Exception {
        String url = RtmpPublisher.freeUrl().replace("rtmp:", "rtmp+listen:");

        assertThatThrownBy(() -> Viewer.open(url, SHORT))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.fault()).isEqualTo(Fault.STALLED));
    }

    @Test
    void shouldStopWaitingWhenInterrupted() throws Exception {
        // given
        String url = RtmpPublisher.freeUrl().replace("rtmp:", "rtmp+listen:");
        long begun = System.nanoTime();
        Viewer.interruptMeIn(300);

        // when / then
        assertThatThrownBy(() -> Viewer.open(url, TIMEOUT)).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofMillis(250), LONGEST);
    }

    private static void assertShowsThePicture(FrameSource source) throws SourceException {
        List<CapturedFrame> frames = Viewer.frames(source, 12);
        assertShows(PICTURE, source, frames);
        assertThat(frames.get(11).ptsUs() - frames.get(1).ptsUs()).isBetween(950_000L, 1_050_000L);
    }
}
