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

    protected static final Duration TIMEOUT = Duration.ofSeconds(5);
    protected static final Duration SHORT = Duration.ofSeconds(1);

    /** A server that is not started yet. */
    protected abstract CameraServer server() throws Exception;

    /** The URL of a stream at a port of this machine. */
    protected abstract String at(int port);

    /** Opens a stream with a watchdog of {@link #SHORT}. */
    protected FrameSource impatient(String url) throws SourceException {
        return Viewer.open(url, SHORT);
    }

    /** How soon, and how late, the impatient one may tell that nothing comes. */
    protected List<Duration> impatience() {
        return List.of(SHORT.minusMillis(100), SHORT.plusSeconds(2));
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
                assertThat(ending.after()).isLessThan(TIMEOUT);
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
                assertThat(ending.after())
                        .isBetween(impatience().get(0), impatience().get(1));
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
