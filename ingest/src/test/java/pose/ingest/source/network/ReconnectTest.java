package pose.ingest.source.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pose.ingest.FrameSource;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.mpegts.MpegTsSource;
import pose.ingest.source.rtsp.RtspSource;

/** Hundreds of connections leave nothing behind: no socket, no thread, no memory. */
@Timeout(300)
class ReconnectTest {

    private static final int WARM_UP = 20;
    private static final int TIMES = 200;

    /** Each takes the shortest timeout there is. */
    private static final int SILENT_TIMES = 50;

    /** A session holds some megabytes: one that is left behind each time would make hundreds. */
    private static final long TOLERATED_BYTES = 24L << 20;

    private static final SourceOptions OPTIONS =
            SourceOptions.defaults().with(NetworkOptions.defaults().withTimeout(Duration.ofSeconds(30)));
    private static final SourceOptions IMPATIENT =
            SourceOptions.defaults().with(NetworkOptions.defaults().withTimeout(Duration.ofMillis(100)));

    private interface Connection {

        void run() throws Exception;
    }

    @Test
    void shouldLeaveNothingBehindOfACameraThatIsReadAndLeft(@TempDir Path folder) throws Exception {
        TsRecording recording = TsRecording.of(folder, 50);
        try (TsCamera camera = new TsCamera(recording, Integer.MAX_VALUE, Duration.ofMillis(1))) {
            camera.start();
            NetworkUrl url = NetworkUrl.parse(camera.url());

            assertLeavesNothing(TIMES, () -> {
                try (FrameSource source = MpegTsSource.open(url, OPTIONS, Clock.systemUTC())) {
                    assertThat(source.next()).isPresent();
                }
            });
        }
    }

    @Test
    void shouldLeaveNothingBehindOfACameraThatIsNotThere() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        NetworkUrl url = NetworkUrl.parse("rtsp://127.0.0.1:" + port + "/camera");

        assertLeavesNothing(TIMES, () -> assertFails(url, OPTIONS));
    }

    @Test
    void shouldLeaveNothingBehindOfAServerThatBreaksOff() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> breakOff(rude));
            server.setDaemon(true);
            server.start();
            NetworkUrl url = NetworkUrl.parse("rtsp://coach:s3cret@127.0.0.1:" + rude.getLocalPort() + "/camera");

            assertLeavesNothing(TIMES, () -> assertFails(url, OPTIONS));
        }
    }

    @Test
    void shouldLeaveNothingBehindOfAServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress())) {
            NetworkUrl url = NetworkUrl.parse("rtsp://127.0.0.1:" + silent.getLocalPort() + "/camera");

            assertLeavesNothing(SILENT_TIMES, () -> assertFails(url, IMPATIENT));
        }
    }

    private static void assertFails(NetworkUrl url, SourceOptions options) {
        assertThatThrownBy(() -> RtspSource.open(url, options, Clock.systemUTC()))
                .isInstanceOf(SourceException.class);
    }

    /** Answers half a line and closes. */
    private static void breakOff(ServerSocket socket) {
        while (true) {
            try (Socket client = socket.accept()) {
                client.getInputStream().read();
                client.getOutputStream().write("RTSP/1.0 200".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                if (socket.isClosed()) {
                    return;
                }
            }
        }
    }

    private static void assertLeavesNothing(int times, Connection connection) throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "counts files and threads by Linux's /proc");
        for (int i = 0; i < WARM_UP; i++) {
            connection.run();
        }
        long files = entries("/proc/self/fd");
        long threads = entries("/proc/self/task");
        long bytes = settledBytes();

        for (int i = 0; i < times; i++) {
            connection.run();
        }

        assertThat(entries("/proc/self/fd")).as("open files").isLessThanOrEqualTo(files + 5);
        assertThat(entries("/proc/self/task")).as("threads").isLessThanOrEqualTo(threads + 5);
        assertThat(settledBytes() - bytes).as("memory").isLessThan(TOLERATED_BYTES);
    }

    private static long entries(String folder) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of(folder))) {
            return entries.count();
        }
    }

    private static long settledBytes() {
        System.gc();
        return Pointer.physicalBytes();
    }
}
