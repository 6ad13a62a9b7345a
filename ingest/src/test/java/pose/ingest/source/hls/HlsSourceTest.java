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
import pose.ingest.servers.CameraServer;
import pose.ingest.servers.HlsServer;
import pose.ingest.servers.Viewer;
import pose.ingest.servers.Viewer.Ending;
import pose.ingest.source.LiveSourcePromises;
import pose.ingest.source.network.NetworkUrl;

@Timeout(180)
class HlsSourceTest extends LiveSourcePromises {

    private static final CameraPicture PICTURE = CameraPicture.SMALL;

    @Override
    protected CameraServer server() throws Exception {
        return HlsServer.live(PICTURE);
    }

    @Override
    protected String at(int port) {
        return "http://127.0.0.1:" + port + "/camera.m3u8";
    }

    /** Waits two seconds for a segment, and then its watchdog. */
    @Override
    protected FrameSource impatient(String url) throws SourceException {
        SourceOptions options =
                SourceOptions.defaults().with(NetworkOptions.defaults().withTimeout(WATCHDOG));
        return HlsSource.open(NetworkUrl.parse(url), options, Clock.systemUTC(), Duration.ofSeconds(2), Map.of());
    }

    @Override
    protected Duration leastPatience() {
        return WATCHDOG.plusMillis(1_800);
    }

    @Test
    void shouldShowALivePlaylist() throws Exception {
        try (HlsServer server = HlsServer.live(PICTURE)) {
            server.start();

            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                List<CapturedFrame> frames = Viewer.frames(source, 25);

                assertShows(PICTURE, source, frames);
                assertThat(frames.get(24).ptsUs() - frames.get(0).ptsUs()).isBetween(2_390_000L, 2_410_000L);
            }
        }
    }

    @Test
    void shouldPlayACompletePlaylistAtItsPaceToItsEnd() throws Exception {
        try (HlsServer server = HlsServer.recorded(PICTURE, 2)) {
            server.start();
            long begun = System.nanoTime();
            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                // when
                Ending ending = Viewer.end(source);

                // then
                assertThat(ending.fault()).isNull();
                assertThat(ending.frames()).isEqualTo(20);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1_850));
            }
        }
    }

    /** What it says of that one differs: a playlist is asked for before a stream is opened. */
    @Test
    @Override
    protected void shouldLeaveAServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = at(silent.getLocalPort());
            long begun = System.nanoTime();

            assertThatThrownBy(() -> Viewer.open(url, SHORT))
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.fault()).isNotEqualTo(Fault.BAD))
                    .hasMessageStartingWith(url);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofMillis(900), LONGEST);
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
            await().atMost(LONGEST).until(HlsSourceTest::gateThreads, count -> count == 0);
            await().atMost(LONGEST).until(HlsSourceTest::openFiles, count -> count <= files + 5);
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
            String url = at(silent.getLocalPort());
            long begun = System.nanoTime();
            Viewer.interruptMeIn(300);

            // when / then
            assertThatThrownBy(() -> Viewer.open(url, TIMEOUT)).hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
        }
    }
}
