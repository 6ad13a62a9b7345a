package pose.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.e2e.process.PoseProcess;
import pose.schema.Topics;

/**
 * Passwords of cameras are in nothing that anyone sees: no output, however much is logged, no list of processes, no number,
 * no answer, no record; nor in a crash's report.
 */
@Timeout(600)
class HiddenPasswords {

    /** Each with a character that is encoded within a URL, so that it may be seen in two forms. */
    private static final String PLAIN = "plain~sesame%21one";

    private static final String REFERRED = "file sesame/two";
    private static final String TOKEN = "tokensesamethreetokensesame";
    /** What all have in common, in whatever form. */
    private static final String PART = "sesame";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldBeSeenNowhereWhateverGoesWrong() throws Exception {
        // given
        Path secret = Files.writeString(folder.resolve("secret"), REFERRED + "\n");
        Path debug = Files.writeString(folder.resolve("debug.xml"), LOG_ALL);
        try (EmbeddedBroker broker = EmbeddedBroker.temporary();
                RefusingServer server = new RefusingServer()) {
            Clients.createTopics(broker.bootstrap(), 1);
            String here = "127.0.0.1:" + server.port();
            String cameras = """
                    defaults: {timeoutSeconds: 1}
                    cameras:
                      - {id: rtsp-plain, source: 'rtsp://me:%1$s@%2$s/stream'}
                      - {id: rtsp-file, source: 'rtsp://me:${file:%3$s}@%2$s/stream'}
                      - {id: rtsp-token, source: 'rtsp://%2$s/stream?token=%4$s'}
                      - {id: http-plain, source: 'http://me:%1$s@%2$s/mjpeg'}
                      - {id: http-token, source: 'http://%2$s/live.m3u8?token=%4$s'}
                      - {id: rtmp-plain, source: 'rtmp://me:%1$s@%2$s/live/x'}
                      - {id: rtmp-path, source: 'rtmp://%2$s/live/${file:%3$s}'}
                      - {id: nobody, source: 'rtsp://me:%1$s@127.0.0.1:1/x'}
                    """.formatted(PLAIN, here, secret, TOKEN);
            List<String> seen = new ArrayList<>();
            try (LiveIngest ingest = LiveIngest.start(
                    folder, List.of("-Dlogback.configurationFile=" + debug), broker.bootstrap(), cameras)) {
                ingest.await(
                        "a failure of each camera",
                        () -> ingest.metrics()
                                        .lines()
                                        .filter(line -> line.matches("pose_ingest_failures_total.*[1-9]\\d*\\.0"))
                                        .count()
                                >= 8);

                // when
                seen.add(ingest.metrics());
                seen.add(ingest.api("GET", "/cameras", "").body());
                seen.add(ingest.api("PUT", "/cameras/rtsp-plain", "{\"source\": \"rtsp://me:" + PLAIN + "@\\u0000\"}")
                        .body());
                seen.add(ingest.api("PUT", "/cameras/new", "{\"source\": \"rtsp://me:" + PLAIN + "@h:99999/\"}")
                        .body());
                seen.add(ingest.api("PUT", "/cameras/new", "{\"sourc\": \"rtsp://me:" + PLAIN + "@h\"}")
                        .body());
                ingest.save(cameras.replace("rtsp-plain, source", "rtsp-plain, fps: 0, source"));
                ingest.await(
                        "a word about the file", () -> ingest.process().err().contains("fps is 0"));
                ingest.save("cameras: [{id: x, source: 'rtsp://me:" + PLAIN + "@h'");
                ingest.await("another", () -> ingest.process().err().contains("this is no YAML"));
                seen.add(commandLine(ingest.process().pid()));
                seen.add(commandLine(ingest.worker().pid()));
                int exitCode = ingest.stop();
                seen.add(ingest.process().out());
                seen.add(ingest.process().err());

                // then
                assertThat(exitCode).isEqualTo(143);
            }
            assertThat(server.asked())
                    .as("cameras that showed their password to the server")
                    .isTrue();
            assertThat(seen)
                    .allSatisfy(text -> assertThat(text.replace("secret", "")).doesNotContain(PART));
            assertThat(TopicRecords.of(broker.bootstrap(), Topics.GAPS)).isNotEmpty();
            for (var topic : List.of(Topics.GAPS, Topics.FRAMES)) {
                assertThat(TopicRecords.of(broker.bootstrap(), topic))
                        .allSatisfy(record -> assertThat(record.toString()).doesNotContain(PART));
            }
        }
    }

    @Test
    void shouldBeRefusedWhereEveryoneSeesThem() throws IOException {
        // when
        try (PoseProcess run = PoseProcess.start(
                folder.resolve("run"),
                List.of("ingest", "--verbose", "--camera", "a", "--source", "rtsp://me:" + PLAIN + "@127.0.0.1:1/x"))) {

            // then
            assertThat(run.endsWithin(java.time.Duration.ofSeconds(30))).isTrue();
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out() + run.err())
                    .contains("--source", "${env:NAME}")
                    .doesNotContain(PART);
        }
    }

    private static String commandLine(long pid) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline")).replace('\0', ' ');
    }

    private static final String LOG_ALL = """
            <configuration>
              <appender name="STDERR" class="ch.qos.logback.core.ConsoleAppender">
                <target>System.err</target>
                <encoder><pattern>%level %logger: %msg %kvp%n</pattern></encoder>
              </appender>
              <root level="TRACE"><appender-ref ref="STDERR"/></root>
            </configuration>
            """;

    /** Wants a password whatever it is asked over RTSP or HTTP, and takes none; hangs up on all else. */
    private static final class RefusingServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private volatile boolean asked;

        RefusingServer() throws IOException {
            Thread thread = new Thread(this::serve, "refusing-server");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        boolean asked() {
            return asked;
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    client.setSoTimeout(500);
                    refuse(client);
                } catch (IOException e) {
                    // The next one.
                }
            }
        }

        private void refuse(Socket client) throws IOException {
            BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            for (int requests = 0; requests < 5; requests++) {
                String first = lines.readLine();
                if (first == null || !(first.contains(" RTSP/1.0") || first.contains(" HTTP/1."))) {
                    return;
                }
                Map<String, String> headers = new TreeMap<>();
                for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                    int colon = line.indexOf(':');
                    headers.put(
                            line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                }
                asked |= headers.containsKey("authorization");
                String answer = first.substring(first.lastIndexOf(' ') + 1) + " 401 Unauthorized\r\nCSeq: "
                        + headers.getOrDefault("cseq", "1")
                        + "\r\nWWW-Authenticate: Basic realm=\"cameras\"\r\nContent-Length: 0\r\n\r\n";
                client.getOutputStream().write(answer.getBytes(UTF_8));
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
