package pose.ingest.source.mjpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import pose.ingest.servers.MjpegServer;
import pose.ingest.servers.Viewer;
import pose.ingest.servers.Viewer.Ending;
import pose.schema.CaptureClock;

@Timeout(60)
class MjpegSourceTest {

    private static final CameraPicture PICTURE = new CameraPicture(320, 240, 20);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    void shouldShowTheCamerasPicturesAtTheTimeTheyArrive() throws Exception {
        try (MjpegServer server = new MjpegServer(PICTURE)) {
            server.start();

            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                List<CapturedFrame> frames = Viewer.frames(source, 21);

                assertThat(source.live()).isTrue();
                assertThat(frames).allMatch(f -> f.width() == PICTURE.width() && f.height() == PICTURE.height());
                assertThat(frames).extracting(CapturedFrame::ptsUs).isSorted().doesNotHaveDuplicates();
                assertThat(frames)
                        .extracting(CapturedFrame::captureTimeUs)
                        .isSorted()
                        .doesNotHaveDuplicates();
                assertThat(frames).extracting(CapturedFrame::clock).containsOnly(CaptureClock.HOST);
                assertThat(frames.get(20).captureTimeUs() - frames.get(0).captureTimeUs())
                        .isBetween(900_000L, 5_000_000L);
            }
        }
    }

    @Test
    void shouldTellThatTheCameraIsGoneAndShowItAgainWhenItIsBack() throws Exception {
        try (MjpegServer server = new MjpegServer(PICTURE)) {
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
    void shouldTellThatTheCameraShowsNoMore() throws Exception {
        try (MjpegServer server = new MjpegServer(PICTURE)) {
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
    void shouldLeaveACameraThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/video.mjpg";

            assertThatThrownBy(() -> Viewer.open(url, SHORT))
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.fault()).isEqualTo(Fault.STALLED))
                    .hasMessage(url + " does not answer (waited 1.0 s)");
        }
    }

    @Test
    void shouldStopSoonAfterAnInterrupt() throws Exception {
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
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1_300));
            }
        }
    }
}
