package pose.app.metrics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams.State;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.app.UserMistake;

/** Over HTTP on this machine, as Prometheus and a prober ask. */
@Timeout(180)
class MonitoringServerTest {

    private static final String HERE = "127.0.0.1";
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final FakeStream stream = new FakeStream();
    private final Health health = new Health(stream, new EngineWatch(System::nanoTime), Duration.ofSeconds(30));
    private final MeterPage page = new MeterPage(stream, health, new BrokerWatch(stream, System::nanoTime));
    private final MonitoringServer server = MonitoringServer.open(
            HERE,
            0,
            Map.of(
                    "/metrics", page::answer,
                    "/health/live", () -> HealthPage.answer("live", health.live()),
                    "/health/ready", () -> HealthPage.answer("ready", health.ready()),
                    "/broken",
                            () -> {
                                throw new IllegalStateException("broken");
                            }));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
        page.close();
    }

    @Test
    void shouldServeNumbersInPrometheusFormat() throws Exception {
        // when
        HttpResponse<String> answer = get("/metrics");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body().lines())
                .contains(
                        "# TYPE pose_frames_total counter",
                        "pose_ready 1.0",
                        "pose_weights_info{name=\"lite\",sha256=\"c0ffee\",version=\"7\"} 1")
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"))
                .anyMatch(line -> line.startsWith("process_resident_memory_bytes "));
    }

    @Test
    void shouldAnswerThatAllIsWell() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/live").body()).isEqualTo("{\"live\":true}\n");
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).isEqualTo("{\"ready\":true}\n");
    }

    @Test
    void shouldSayWhichConditionFails() throws Exception {
        // given
        stream.state = State.REBALANCING;
        stream.weights = null;

        // when
        HttpResponse<String> answer = get("/health/ready");

        // then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode told = new ObjectMapper().readTree(answer.body());
        assertThat(told.get("ready").asBoolean()).isFalse();
        assertThat(told.get("failing").get("stream").asText()).isEqualTo("REBALANCING; it must be RUNNING");
        assertThat(told.get("failing").get("model").asText()).isEqualTo("not loaded yet");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/metricsx", "/metrics/", "/health", "/../etc/passwd", "/favicon.ico"})
    void shouldServeNothingElse(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void shouldRefuseOtherMethods(String method) throws Exception {
        // when
        HttpResponse<String> answer = ask(method, "/metrics");

        // then
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void shouldAnswerAHeadWithoutABody() throws Exception {
        // when
        HttpResponse<String> answer = ask("HEAD", "/health/live");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("14");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void shouldGoOnAfterAnAnswerThatCouldNotBeMade() throws Exception {
        // when
        HttpResponse<String> answer = get("/broken");

        // then
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("IllegalStateException");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAnswerWhileOthersSendHalfARequest() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            // given
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(server.url()).getPort());
                slow.add(socket);
                socket.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: x\r\n".getBytes(US_ASCII));
                socket.getOutputStream().flush();
            }

            // when
            HttpResponse<String> answer = get("/health/live");

            // then: not only once the others were sent away
            assertThat(answer.statusCode()).isEqualTo(200);
            for (Socket socket : slow) {
                socket.setSoTimeout(1);
                assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void shouldNameThePortThatIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> MonitoringServer.open(HERE, port, Map.of()))
                    .isInstanceOf(UserMistake.class)
                    .hasMessage("--metrics-port: " + port + " on 127.0.0.1 cannot be listened on: "
                            + "Address already in use; it must be a free port of this machine, or 0 for any");
        }
    }

    @Test
    void shouldNameTheHostThatIsNone() {
        assertThatThrownBy(() -> MonitoringServer.open("no.invalid", 0, Map.of()))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("--metrics-host: 'no.invalid'");
    }

    @Test
    void shouldLeaveNoThreadBehind() throws Exception {
        // given
        get("/metrics");

        // when
        server.close();

        // then
        Awaitility.await()
                .atMost(LONGEST)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .noneMatch(name -> name.startsWith("pose-metrics")));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return ask("GET", path);
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(LONGEST)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
