package pose.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceException.Fault;
import pose.ingest.servers.CameraPicture;
import pose.ingest.servers.CameraServer;
import pose.ingest.servers.Viewer;
import pose.ingest.servers.Viewer.Ending;

/** What a live source promises, whatever it is spoken with: each way in which its camera may fail is told, and in time. */
public abstract class LiveSourcePromises {

    /** The longest there is. Who ends within {@link #LONGEST} did not wait for it, however busy the machine is. */
    protected static final Duration TIMEOUT = Duration.ofMinutes(1);

    protected static final Duration SHORT = Duration.ofSeconds(1);
    protected static final Duration LONGEST = Duration.ofSeconds(30);

    /** A server that is not started yet. */
    protected abstract CameraServer server() throws Exception;

    /** The URL of a stream at a port of this machine. */
    protected abstract String at(int port);

    /** A watchdog that is over soon, and not before a busy machine's camera has shown its first picture. */
    protected static final Duration WATCHDOG = Duration.ofSeconds(3);

    /** Opens a stream with {@link #WATCHDOG}. */
    protected FrameSource impatient(String url) throws SourceException {
        return Viewer.open(url, WATCHDOG);
    }

    /** How soon the impatient one may tell that nothing comes. */
    protected Duration leastPatience() {
        return WATCHDOG.minusMillis(100);
    }

    @Test
    protected void shouldTellThatTheCameraIsGone() throws Exception {
        try (CameraServer server = server()) {
            // given
            server.start();
            try (FrameSource source = Viewer.open(server.url(), TIMEOUT)) {
                source.next();
                server.kill();

                // when
                Ending ending = Viewer.end(source);

                // then
                assertTold(ending, Fault.LOST);
                assertThat(ending.after()).isLessThan(LONGEST);
            }
        }
    }

    @Test
    protected void shouldTellThatTheCameraShowsNoMore() throws Exception {
        try (CameraServer server = server()) {
            // given
            server.start();
            try (FrameSource source = impatient(server.url())) {
                source.next();
                server.freeze();

                // when
                Ending ending = Viewer.end(source);

                // then
                assertTold(ending, Fault.STALLED);
                assertThat(ending.after()).isBetween(leastPatience(), LONGEST);
            }
        }
    }

    @Test
    protected void shouldLeaveAServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = at(silent.getLocalPort());

            assertThatThrownBy(() -> Viewer.open(url, SHORT))
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.fault()).isEqualTo(Fault.STALLED))
                    .hasMessage(url + " does not answer (waited 1.0 s)");
        }
    }

    protected static void assertTold(Ending ending, Fault fault) {
        assertThat(ending.fault())
                .isNotNull()
                .extracting(SourceException::fault)
                .isEqualTo(fault);
    }

    /** The frames of a live source show this camera, at times that grow. */
    protected static void assertShows(CameraPicture picture, FrameSource source, List<CapturedFrame> frames) {
        assertThat(source.live()).isTrue();
        assertThat(frames).allMatch(f -> f.width() == picture.width() && f.height() == picture.height());
        assertThat(frames).extracting(CapturedFrame::ptsUs).isSorted().doesNotHaveDuplicates();
        assertThat(frames).extracting(CapturedFrame::captureTimeUs).isSorted().doesNotHaveDuplicates();
    }
}
