package pose.app.camera;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.app.UserMistake;
import pose.ingest.camera.CameraState;
import pose.ingest.camera.CameraState.Phase;
import pose.ingest.config.CameraDesk;
import pose.ingest.config.SecretReferences;
import pose.schema.GapReason;

/** Over HTTP on this machine, as an operator's script asks, and as what must not be let in does. */
@Timeout(180)
class CameraApiTest {

    private static final String PASSWORD = "open-sesame";
    private static final String TOKEN = "a-token-of-sixteen";
    private static final CameraState STATE = new CameraState(
            "a", "rtsp://h/a", Phase.LOST, 7, 2, 100, Map.of(GapReason.CAMERA_LOST, 5L), 0, "connection refused");

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable CameraDesk desk;
    private @Nullable CameraApi api;

    @BeforeEach
    void open() throws Exception {
        Path file = Files.writeString(
                folder.resolve("cameras.yaml"),
                "cameras: [{id: a, source: 'rtsp://me:" + PASSWORD + "@h/a'}, {id: b, source: 'udp://h:2'}]");
        desk = CameraDesk.open(file, SecretReferences.OF_THIS_PROCESS, "", kept -> {});
        api = CameraApi.open(desk, () -> List.of(STATE), null, "localhost", 0);
    }

    @AfterEach
    void close() {
        opened().close();
    }

    private CameraApi opened() {
        return Objects.requireNonNull(api);
    }

    @Test
    void shouldShowCamerasInTheKeysOfTheFileAndHowTheyAreWithoutPasswords() throws Exception {
        // when
        HttpResponse<String> answer = ask("GET", "/cameras", "");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode all = new ObjectMapper().readTree(answer.body());
        assertThat(all.at("/0/camera/id").asText()).isEqualTo("a");
        assertThat(all.at("/0/camera/source").asText()).isEqualTo("rtsp://h/a");
        assertThat(all.at("/0/camera/backoff/longestSeconds").asDouble()).isEqualTo(1);
        assertThat(all.at("/0/state/phase").asText()).isEqualTo("lost");
        assertThat(all.at("/0/state/missing/CAMERA_LOST").asLong()).isEqualTo(5);
        assertThat(all.at("/1/state/phase").asText()).isEqualTo("aside");
        assertThat(answer.body()).doesNotContain(PASSWORD);
    }

    @Test
    void shouldAddChangeAndRemoveACamera() throws Exception {
        assertThat(ask("PUT", "/cameras/c", "{\"source\": \"udp://h:3\"}").statusCode())
                .isEqualTo(201);
        assertThat(ask("PUT", "/cameras/c", "{\"id\": \"c\", \"source\": \"udp://h:4\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("GET", "/cameras/c", "").body()).contains("udp://h:4");
        assertThat(ask("DELETE", "/cameras/b", "").body()).isEqualTo("{\"removed\":\"b\"}\n");
        assertThat(Objects.requireNonNull(desk).wanted()).hasSize(2);
    }

    @Test
    void shouldKeepThePasswordOfACameraThatIsPutBackAsShown() throws Exception {
        // given
        JsonNode shown =
                new ObjectMapper().readTree(ask("GET", "/cameras/a", "").body());

        // when
        HttpResponse<String> answer =
                ask("PUT", "/cameras/a", shown.get("camera").toString());

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Objects.requireNonNull(desk).wanted().get(0).source().full())
                .isEqualTo("rtsp://me:" + PASSWORD + "@h/a");
    }

    @Test
    void shouldTellWhatIsWrongInOneLineOfJson() throws Exception {
        assertError(ask("GET", "/cameras/none", ""), 404, "there is no camera none");
        assertError(ask("DELETE", "/cameras/none", ""), 404, "there is no camera none");
        assertError(ask("GET", "/", ""), 404, "there is /cameras");
        assertError(ask("GET", "/cameras/a%20b", ""), 404, "there is /cameras");
        assertError(ask("POST", "/cameras", "{}"), 405, "only GET");
        assertError(ask("POST", "/cameras/a", "{}"), 405, "only GET, PUT and DELETE");
        assertError(ask("PUT", "/cameras/c", "{"), 400, "this is no JSON");
        assertError(ask("PUT", "/cameras/c", "{}"), 400, "camera c: source is empty");
        assertError(ask("PUT", "/cameras/c", "{\"source\": \"udp://h:1\", \"fsp\": 3}"), 400, "did you mean 'fps'?");
        assertError(ask("PUT", "/cameras/c", "{\"source\": \"me:" + PASSWORD + "://h\"}"), 400, "source");
        assertError(ask("PUT", "/cameras/c", "{\"id\": \"d\", \"source\": \"udp://h:1\"}"), 409, "another than c");
        assertError(ask("PUT", "/cameras/c", " ".repeat(65 * 1024)), 413, "more than 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example:1"})
    void shouldNotAnswerWhoeverMeansThisMachineByAnotherName(String host) throws Exception {
        assertThat(raw("GET /cameras HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContain("rtsp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: http://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site"})
    void shouldNotAnswerWebPages(String header) throws Exception {
        assertThat(raw("DELETE /cameras/a HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(Objects.requireNonNull(desk).wanted()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""})
    void shouldTakeNothingButJson(String type) throws Exception {
        assertThat(raw("PUT /cameras/c HTTP/1.1\r\nHost: [::1]:80\r\nContent-Type: " + type
                        + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"))
                .startsWith("HTTP/1.1 415 ");
    }

    @Test
    void shouldNotWaitForWhoeverSendsHalfABody() throws Exception {
        assertThat(raw("PUT /cameras/c HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 200\r\n\r\n{"))
                .isEmpty();
    }

    @Test
    void shouldAnswerOnlyWhoeverKnowsTheTokenWhereThereIsOne() throws Exception {
        // given
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        try (CameraApi guarded =
                CameraApi.open(Objects.requireNonNull(desk), List::of, ApiToken.read(file), "localhost", 0)) {
            URI uri = URI.create(guarded.url() + "/cameras");

            // then
            assertThat(status(HttpRequest.newBuilder(uri))).isEqualTo(401);
            assertThat(status(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + TOKEN + "x")))
                    .isEqualTo(401);
            assertThat(status(HttpRequest.newBuilder(uri).header("Authorization", TOKEN)))
                    .isEqualTo(401);
            assertThat(status(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + TOKEN)))
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "a token with blanks in it", "töken-of-sixteen-letters"})
    void shouldRefuseAFileWithoutAToken(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), content);

        assertThatThrownBy(() -> ApiToken.read(file))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("16 to 4096");
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private HttpResponse<String> ask(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(opened().url() + path))
                .header("Content-Type", "application/json; charset=utf-8")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends these bytes and reads until the other end closes. */
    private String raw(String request) throws IOException {
        URI uri = URI.create(opened().url());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void assertError(HttpResponse<String> answer, int status, String message) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().lines()).hasSize(1);
        assertThat(new ObjectMapper().readTree(answer.body()).get("error").asText())
                .contains(message)
                .doesNotContain(PASSWORD);
    }
}
