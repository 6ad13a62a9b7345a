package pose.ingest.source.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceException.Fault;
import pose.ingest.SourceOptions;
import pose.ingest.servers.CameraPicture;
import pose.ingest.servers.HlsServer;
import pose.ingest.servers.Viewer;
import pose.ingest.servers.Viewer.Ending;
import pose.ingest.source.network.NetworkUrl;

@Timeout(60)
class HlsSourceTest {

    private static final CameraPicture PICTURE = CameraPicture.SMALL;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    void shouldShowALivePlaylist() throws Exception {
        try (HlsServer server = HlsServer.live(PICTURE)) {
            server.start();

            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                List<CapturedFrame> frames = Viewer.frames(source, 25);

                assertThat(source.live()).isTrue();
                assertThat(frames).allMatch(f -> f.width() == PICTURE.width() && f.height() == PICTURE.height());
                assertThat(frames).extracting(CapturedFrame::ptsUs).isSorted().doesNotHaveDuplicates();
                assertThat(frames)
                        .extracting(CapturedFrame::captureTimeUs)
                        .isSorted()
                        .doesNotHaveDuplicates();
                assertThat(frames.get(24).ptsUs() - frames.get(0).ptsUs()).isBetween(2_390_000L, 2_410_000L);
            }
        }
    }

    @Test
    void shouldTellThatTheServerIsGone() throws Exception {
        try (HlsServer server = HlsServer.live(PICTURE)) {
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
    void shouldTellThatNoSegmentFollows() throws Exception {
        try (HlsServer server = HlsServer.live(PICTURE)) {
            // given
            server.start();
            SourceOptions options =
                    SourceOptions.defaults().with(NetworkOptions.defaults().withTimeout(SHORT));
            try (FrameSource source = HlsSource.open(
                    NetworkUrl.parse(server.url()), options, Clock.systemUTC(), Duration.ofSeconds(2), Map.of())) {
                source.next();
                server.freeze();

                // when
                Ending ending = Viewer.end(source);

                // then
                assertThat(ending.fault())
                        .isNotNull()
                        .extracting(SourceException::fault)
                        .isEqualTo(Fault.STALLED);
                assertThat(ending.after()).isBetween(Duration.ofMillis(2_800), Duration.ofSeconds(6));
            }
        }
    }

    @Test
    void shouldPlayACompletePlaylistAtItsPaceToItsEnd() throws Exception {
        try (HlsServer server = HlsServer.recorded(PICTURE, 2)) {
            server.start();
            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                // when
                long begun = System.nanoTime();
                Ending ending = Viewer.end(source);

                // then
                assertThat(ending.fault()).isNull();
                assertThat(ending.frames()).isEqualTo(20);
                assertThat(Duration.ofNanos(System.nanoTime() - begun))
                        .isBetween(Duration.ofMillis(1_850), Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void shouldLeaveAServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/camera.m3u8";
            long begun = System.nanoTime();

            assertThatThrownBy(() -> Viewer.open(url, SHORT))
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.fault()).isNotEqualTo(Fault.BAD))
                    .hasMessageStartingWith(url);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(900), SHORT.multipliedBy(3));
        }
    }

    @Test
    void shouldLeaveNoThreadAndNoFileBehindHoweverOftenItIsOpened() throws Exception {
        try (HlsServer server = HlsServer.recorded(PICTURE, 1)) {
            // given
            server.start();
            look(server.url());
            long files = openFiles();

            // when
            for (int i = 0; i < 20; i++) {
                look(server.url());
                assertThatThrownBy(() -> look(server.url().replace("camera", "none")))
                        .isInstanceOf(SourceException.class);
            }

            // then
            await().until(HlsSourceTest::gateThreads, count -> count == 0);
            await().until(HlsSourceTest::openFiles, count -> count <= files + 5);
        }
    }

    private static void look(String url) throws SourceException {
        try (FrameSource source = Viewer.open(url, TIMEOUT)) {
            assertThat(source.next()).isPresent();
        }
    }

    private static long gateThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("hls gate"))
                .count();
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    @Test
    void shouldStopWhenInterrupted() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // given
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/camera.m3u8";
            Viewer.interruptMeIn(300);
            long begun = System.nanoTime();

            // when / then
            assertThatThrownBy(() -> Viewer.open(url, TIMEOUT)).hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1_300));
        }
    }
}
