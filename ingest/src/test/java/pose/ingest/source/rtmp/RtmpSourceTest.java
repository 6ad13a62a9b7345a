package pose.ingest.source.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceException.Fault;
import pose.ingest.servers.CameraPicture;
import pose.ingest.servers.RtmpPublisher;
import pose.ingest.servers.RtmpServer;
import pose.ingest.servers.Viewer;
import pose.ingest.servers.Viewer.Ending;

@Timeout(60)
class RtmpSourceTest {

    private static final CameraPicture PICTURE = CameraPicture.SMALL;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    void shouldFetchAStreamFromAServer() throws Exception {
        assumeTrue(RtmpServer.available().present(), RtmpServer.available().reason());
        try (RtmpServer server = new RtmpServer(PICTURE)) {
            server.start();

            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                assertShowsThePicture(source);
            }
        }
    }

    @Test
    void shouldTellThatTheServerIsGone() throws Exception {
        assumeTrue(RtmpServer.available().present(), RtmpServer.available().reason());
        try (RtmpServer server = new RtmpServer(PICTURE)) {
            // given
            server.start();
            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                source.next();
                server.kill();

                // when
                Ending ending = Viewer.end(source);

                // then
                assertThat(ending.fault())
                        .isNotNull()
                        .extracting(SourceException::fault)
                        .isEqualTo(Fault.LOST);
                assertThat(ending.after()).isLessThan(TIMEOUT);
            }
        }
    }

    @Test
    void shouldTellThatTheServerSaysNoMore() throws Exception {
        assumeTrue(RtmpServer.available().present(), RtmpServer.available().reason());
        try (RtmpServer server = new RtmpServer(PICTURE)) {
            // given
            server.start();
            try (FrameSource source = Viewer.open(server.url(), SHORT)) {
                source.next();
                server.freeze();

                // when
                Ending ending = Viewer.end(source);

                // then
                assertThat(ending.fault())
                        .isNotNull()
                        .extracting(SourceException::fault)
                        .isEqualTo(Fault.STALLED);
                assertThat(ending.after()).isBetween(SHORT.minusMillis(100), SHORT.plusSeconds(2));
            }
        }
    }

    @Test
    void shouldLeaveAServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "rtmp://127.0.0.1:" + silent.getLocalPort() + "/live/camera";

            assertThatThrownBy(() -> Viewer.open(url, SHORT))
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.fault()).isEqualTo(Fault.STALLED))
                    .hasMessage(url + " does not answer (waited 1.0 s)");
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
                assertThat(ending.fault())
                        .isNotNull()
                        .extracting(SourceException::fault)
                        .isEqualTo(Fault.LOST);
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
        Viewer.interruptMeIn(300);
        long begun = System.nanoTime();

        // when / then
        assertThatThrownBy(() -> Viewer.open(url, TIMEOUT)).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(250), Duration.ofMillis(1_300));
    }

    private static void assertShowsThePicture(FrameSource source) throws SourceException {
        List<CapturedFrame> frames = Viewer.frames(source, 12);
        assertThat(source.live()).isTrue();
        assertThat(frames).allMatch(f -> f.width() == PICTURE.width() && f.height() == PICTURE.height());
        assertThat(frames).extracting(CapturedFrame::ptsUs).isSorted().doesNotHaveDuplicates();
        assertThat(frames).extracting(CapturedFrame::captureTimeUs).isSorted().doesNotHaveDuplicates();
        assertThat(frames.get(11).ptsUs() - frames.get(1).ptsUs()).isBetween(950_000L, 1_050_000L);
    }
}
