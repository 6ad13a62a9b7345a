package pose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.cpm.TooLongException;
import pose.store.server.S3Server;

class S3BucketTest {

    private static final S3Server SERVER = S3Server.running();
    private static final S3Patience SHORT =
            new S3Patience(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(2));

    private static S3Bucket bucket(String endpoint, S3Patience patience) {
        return new S3Bucket(S3Location.parse("s3://some-bucket/at?endpoint=" + endpoint), patience, 1000);
    }

    private static String loopback(int port) {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
    }

    @Test
    void shouldListPageByPage() throws Exception {
        String name = SERVER.newBucket();
        S3Location location = S3Location.parse("s3://" + name + "/at?endpoint=" + SERVER.endpoint());
        try (S3Bucket bucket = new S3Bucket(location, S3Patience.USUAL, 2)) {
            for (String object : new String[] {"a", "b", "c", "d", "e"}) {
                bucket.put(object, object.getBytes(StandardCharsets.UTF_8));
            }

            assertThat(bucket.list("")).extracting(S3Bucket.Listed::name).containsExactly("a", "b", "c", "d", "e");
            assertThat(bucket.list("c")).hasSize(1);
        }
    }

    @Test
    void shouldWriteWhereThereIsNothingAndReadNoMoreThanIsAllowed() throws Exception {
        String name = SERVER.newBucket();
        try (S3Bucket bucket = new S3Bucket(S3Location.parse("s3://" + name + "?endpoint=" + SERVER.endpoint()))) {
            byte[] bytes = "first".getBytes(StandardCharsets.UTF_8);

            assertThat(bucket.putIfAbsent("object", bytes)).isTrue();
            assertThat(bucket.putIfAbsent("object", "second".getBytes(StandardCharsets.UTF_8)))
                    .isFalse();
            assertThat(bucket.get("object", 5)).isEqualTo(bytes);
            assertThat(bucket.get("none", 5)).isNull();
            assertThatThrownBy(() -> bucket.get("object", 4))
                    .isInstanceOf(TooLongException.class)
                    .hasMessage("5 bytes");
        }
    }

    @Test
    void shouldSayThatNobodyAnswers() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        try (S3Bucket bucket = bucket(loopback(port), SHORT)) {
            assertUnreachable(bucket, "127.0.0.1:" + port + ": Connection refused");
        }
    }

    @Test
    void shouldNotWaitLongForASilentServer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                S3Bucket bucket = bucket(loopback(silent.getLocalPort()), SHORT)) {
            assertUnreachable(bucket, "127.0.0.1:" + silent.getLocalPort() + " does not answer in time");
        }
    }

    private static void assertUnreachable(S3Bucket bucket, String reason) {
        assertThatThrownBy(() -> bucket.get("object", 5))
                .isInstanceOf(StoreException.class)
                .hasMessage("s3://some-bucket/at/object: " + reason)
                .extracting(e -> ((StoreException) e).kind())
                .isEqualTo(StoreException.Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | AccessDenied | OTHER | access denied (AccessDenied)",
                "403 | SignatureDoesNotMatch | OTHER | access denied (SignatureDoesNotMatch)",
                "301 | PermanentRedirect | OTHER | the bucket is in another region (PermanentRedirect); name it with ?region=",
                "503 | SlowDown | UNREACHABLE | answers SlowDown",
                "500 | InternalError | UNREACHABLE | answers InternalError",
            })
    void shouldSayWhatTheServerRefused(int status, String code, StoreException.Kind kind, String reason)
            throws Exception {
        HttpServer server = answering(status, code);
        try (S3Bucket bucket = bucket(loopback(server.getAddress().getPort()), S3Patience.USUAL)) {
            assertThatThrownBy(() -> bucket.get("object", 5))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("s3://some-bucket/at/object: ")
                    .hasMessageEndingWith(reason)
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("AKIA"))
                    .extracting(e -> ((StoreException) e).kind())
                    .isEqualTo(kind);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer answering(int status, String code) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = ("<?xml version=\"1.0\"?><Error><Code>" + code
                        + "</Code><Message>Not for key AKIASECRET.</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "s3://B/p | bucket 'B': 3 to 63",
                "s3://bucket//p | prefix '/p'",
                "s3://bucket/a b | prefix 'a b'",
                "s3://bucket?key=AKIA | 'key' is no setting",
                "s3://bucket?endpoint=ftp://host | endpoint must be",
                "s3://bucket?endpoint=http://me:secret@host | without user and password",
                "s3://bucket?region=A B | region 'A B' is none",
            })
    void shouldRefuseAnAddressThatIsNone(String address, String reason) {
        assertThatThrownBy(() -> WeightsStore.at(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no weights store")
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("AKIA", "secret"));
    }
}
