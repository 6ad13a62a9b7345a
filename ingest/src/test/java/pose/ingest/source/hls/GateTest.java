package pose.ingest.source.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.ingest.servers.WebServer;
import pose.ingest.source.network.NetworkUrl;

@Timeout(120)
class GateTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @BeforeEach
    void page() throws Exception {
        Files.writeString(folder.resolve("page.ts"), "a page");
    }

    @Test
    void shouldLeadToTheConfiguredPlaceThoughItIsInternal() throws Exception {
        try (WebServer web = new WebServer(folder);
                Gate gate = gateTo("http://127.0.0.1:" + web.port())) {
            HttpURLConnection answer = ask(gate, web.url("/page.ts"));

            assertThat(answer.getResponseCode()).isEqualTo(200);
            try (InputStream in = answer.getInputStream()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("a page");
            }
            assertThat(gate.refused()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]"})
    void shouldNotLeadToAnotherPortOfThisMachineByWhateverName(String host) throws Exception {
        try (WebServer web = new WebServer(folder);
                Gate gate = gateTo("http://127.0.0.1:1")) {
            HttpURLConnection answer = ask(gate, "http://" + host + ":" + web.port() + "/page.ts");

            assertThat(answer.getResponseCode()).isIn(403, 502);
            assertThat(web.asked()).isEmpty();
        }
    }

    @Test
    void shouldRememberWhatWasRefused() throws Exception {
        try (Gate gate = gateTo("http://127.0.0.1:1")) {
            ask(gate, "http://169.254.169.254/latest/meta-data/").getResponseCode();

            assertThat(gate.refused()).hasValue("169.254.169.254:80 (link-local address)");
        }
    }

    @Test
    void shouldTunnelOnlyToWhereItMayLead() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Gate gate = gateTo("https://127.0.0.1:" + server.getLocalPort())) {
            assertThat(tunnel(gate, "127.0.0.1:" + server.getLocalPort())).startsWith("HTTP/1.1 200");
            assertThat(tunnel(gate, "127.0.0.1:" + (server.getLocalPort() ^ 1))).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void shouldGiveUpOnAServerThatSaysNothing() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Gate gate = Gate.open(
                        NetworkUrl.parse("http://127.0.0.1:" + server.getLocalPort()), Duration.ofMillis(200))) {
            String said = say(gate, "GET http://127.0.0.1:" + server.getLocalPort() + "/ HTTP/1.1\r\n\r\n");

            assertThat(said).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "GET ftp://host/ HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n"})
    void shouldRefuseWhatIsNoRequestToAProxy(String request) throws Exception {
        try (Gate gate = gateTo("http://127.0.0.1:1")) {
            assertThat(say(gate, request)).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void shouldLeaveNothingOpenWhenClosed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // given
            Gate gate = gateTo("http://127.0.0.1:" + server.getLocalPort());
            try (Socket client = connected(gate)) {
                client.getOutputStream()
                        .write(("CONNECT 127.0.0.1:" + server.getLocalPort() + " HTTP/1.1\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                try (Socket far = server.accept()) {
                    // when
                    gate.close();

                    // then
                    assertThat(far.getInputStream().read()).isEqualTo(-1);
                }
            }
        }
    }

    private static Gate gateTo(String url) throws Exception {
        return Gate.open(NetworkUrl.parse(url), TIMEOUT);
    }

    private static HttpURLConnection ask(Gate gate, String url) throws Exception {
        URI proxy = URI.create(gate.url());
        return (HttpURLConnection) URI.create(url)
                .toURL()
                .openConnection(new Proxy(
                        Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())));
    }

    private static Socket connected(Gate gate) throws Exception {
        return new Socket(
                InetAddress.getLoopbackAddress(), URI.create(gate.url()).getPort());
    }

    private static String tunnel(Gate gate, String authority) throws Exception {
        try (Socket client = connected(gate)) {
            client.getOutputStream()
                    .write(("CONNECT " + authority + " HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private static String say(Gate gate, String request) throws Exception {
        try (Socket client = connected(gate)) {
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
