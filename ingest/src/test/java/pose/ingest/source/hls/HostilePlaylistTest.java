package pose.ingest.source.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.ingest.FrameSource;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.servers.FfmpegCommand;
import pose.ingest.servers.Viewer;
import pose.ingest.servers.WebServer;
import pose.ingest.source.FrameSources;
import pose.ingest.source.network.NetworkUrl;

/**
 * What a playlist may not do. Everything it leads to here is there and would play, so that a hole would show a picture; the
 * internal server must not even be asked.
 */
@Timeout(120)
class HostilePlaylistTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final String HEAD = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n";
    private static final String SEGMENT = "#EXTINF:1.0,\n";
    private static final String END = "#EXT-X-ENDLIST\n";

    @TempDir
    static Path footage;

    @TempDir
    Path site;

    private WebServer internal;
    private WebServer camera;

    @BeforeAll
    static void film() throws Exception {
        List<String> line = FfmpegCommand.line(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x240:rate=10",
                "-t",
                "1",
                "-c:v",
                "libopenh264",
                "-b:v",
                "300k",
                "-f",
                "mpegts",
                footage.resolve("real.ts").toString());
        assertThat(new ProcessBuilder(line)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor(60, TimeUnit.SECONDS))
                .isTrue();
        Files.writeString(footage.resolve("real.m3u8"), HEAD + SEGMENT + "real.ts\n" + END);
        Files.write(footage.resolve("real.key"), new byte[16]);
    }

    @BeforeEach
    void serve() throws Exception {
        internal = new WebServer(footage);
        camera = new WebServer(site);
        Files.copy(footage.resolve("real.ts"), site.resolve("real.ts"));
    }

    @AfterEach
    void close() {
        camera.close();
        internal.close();
    }

    @Test
    void shouldPlayWhatTheConfiguredServerHas() throws Exception {
        camera.say("/camera.m3u8", HEAD + SEGMENT + "real.ts\n" + END);

        assertThat(frames(SourceOptions.defaults())).isEqualTo(10);
    }

    @Test
    void shouldFollowARedirectWithinTheConfiguredServer() throws Exception {
        camera.redirect("/camera.m3u8", "/moved/camera.m3u8");
        camera.say("/moved/camera.m3u8", HEAD + SEGMENT + "../real.ts\n" + END);

        assertThat(frames(SourceOptions.defaults())).isEqualTo(10);
    }

    @Test
    void shouldLogInToTheConfiguredServerAndTellNobodyThePassword() throws Exception {
        // given
        Files.writeString(site.resolve("camera.m3u8"), HEAD + SEGMENT + "real.ts\n" + END);
        camera.demand("coach", "s3cret");
        String url = camera.url("/camera.m3u8");

        // when / then
        assertThat(frames(url.replace("//", "//coach:s3cret@"), SourceOptions.defaults()))
                .isEqualTo(10);
        assertThatThrownBy(() -> frames(url.replace("//", "//coach:wr0ng@"), SourceOptions.defaults()))
                .hasMessage(url + " refuses this user and password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file://FOLDER/real.ts",
                "file:FOLDER/real.ts",
                "FOLDER/real.ts",
                "crypto+file://FOLDER/real.ts",
                "crypto:FOLDER/real.ts",
                "concat:FOLDER/real.ts|FOLDER/real.ts",
                "concat:http://127.0.0.1:INTERNAL/real.ts",
                "subfile,,start,0,end,0,,:FOLDER/real.ts",
                "async:file:FOLDER/real.ts",
                "cache:file:FOLDER/real.ts",
                "pipe:0",
                "data:video/mp2t;base64,R0ASEBAAAAAA",
                "tcp://127.0.0.1:INTERNAL/real.ts",
                "ftp://127.0.0.1:INTERNAL/real.ts",
                "gopher://127.0.0.1:INTERNAL/real.ts",
                "rtmp://127.0.0.1:INTERNAL/real.ts",
                "http://127.0.0.1:INTERNAL/real.ts",
                "http://127.1:INTERNAL/real.ts",
                "http://2130706433:INTERNAL/real.ts",
                "http://localhost:INTERNAL/real.ts",
                "http://0:INTERNAL/real.ts",
                "http://[::ffff:127.0.0.1]:INTERNAL/real.ts",
                "http://user@127.0.0.1:INTERNAL/real.ts",
                "//127.0.0.1:INTERNAL/real.ts",
                "https://127.0.0.1:INTERNAL/real.ts",
                "http://169.254.169.254/latest/meta-data/real.ts",
                "http://10.255.255.1/real.ts",
                "http://[fd00:ec2::254]/real.ts",
                "/redirect.ts",
            })
    void shouldNotFetchASegmentFromElsewhere(String address) throws Exception {
        // given
        camera.redirect("/redirect.ts", internal.url("/real.ts"));
        camera.say("/camera.m3u8", HEAD + SEGMENT + elsewhere(address) + "\n" + END);

        // when / then
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:INTERNAL/real.m3u8", "file://FOLDER/real.m3u8", "/redirect.m3u8"})
    void shouldNotFetchAPlaylistFromElsewhere(String address) throws Exception {
        // given
        camera.redirect("/redirect.m3u8", internal.url("/real.m3u8"));
        camera.say("/camera.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + elsewhere(address) + "\n");

        // when / then
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:INTERNAL/real.key", "file://FOLDER/real.key", "/redirect.key"})
    void shouldNotFetchAKeyFromElsewhere(String address) throws Exception {
        // given
        camera.redirect("/redirect.key", internal.url("/real.key"));
        String key = "#EXT-X-KEY:METHOD=AES-128,URI=\"" + elsewhere(address) + "\"\n";
        camera.say("/camera.m3u8", HEAD + key + SEGMENT + "real.ts\n" + END);

        // when / then
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:INTERNAL/real.ts", "file://FOLDER/real.ts"})
    void shouldNotFetchAnInitialSectionFromElsewhere(String address) throws Exception {
        // given
        String map = "#EXT-X-MAP:URI=\"" + elsewhere(address) + "\"\n";
        camera.say("/camera.m3u8", HEAD + map + SEGMENT + "real.ts\n" + END);

        // when / then
        assertRefused();
    }

    @Test
    void shouldNotFollowARedirectElsewhere() throws Exception {
        camera.redirect("/camera.m3u8", internal.url("/real.m3u8"));

        assertRefused();
    }

    @Test
    void shouldSayWhatWasRefusedAndHowToAllowIt() throws Exception {
        camera.say("/camera.m3u8", HEAD + SEGMENT + internal.url("/real.ts") + "\n" + END);

        assertThatThrownBy(() -> frames(SourceOptions.defaults()))
                .hasMessageStartingWith(camera.url("/camera.m3u8"))
                .hasMessageEndingWith("; it led to 127.0.0.1:" + internal.port()
                        + " (loopback address), which is refused unless internal addresses are allowed");
    }

    @Test
    void shouldFetchFromElsewhereWhereThatIsAllowed() throws Exception {
        // given
        camera.redirect("/redirect.ts", internal.url("/real.ts"));
        camera.say("/camera.m3u8", HEAD + SEGMENT + "redirect.ts\n" + END);
        SourceOptions allowed =
                SourceOptions.defaults().with(NetworkOptions.defaults().withInternalAllowed());

        // when / then
        assertThat(frames(allowed)).isEqualTo(10);
        assertThat(internal.asked()).contains("/real.ts");
    }

    @Test
    void shouldNotReadAFileEvenWhereInternalAddressesAreAllowed() throws Exception {
        // given
        camera.say("/camera.m3u8", HEAD + SEGMENT + elsewhere("file://FOLDER/real.ts") + "\n" + END);
        SourceOptions allowed =
                SourceOptions.defaults().with(NetworkOptions.defaults().withInternalAllowed());

        // when / then
        assertThatThrownBy(() -> frames(allowed)).isInstanceOf(SourceException.class);
    }

    @Test
    void shouldRefuseToBeginWhereTheEnvironmentLeadsAroundTheGate() throws Exception {
        NetworkUrl url = NetworkUrl.parse(camera.url("/camera.m3u8"));

        assertThatThrownBy(() -> HlsSource.open(
                        url,
                        SourceOptions.defaults(),
                        Clock.systemUTC(),
                        Duration.ofSeconds(1),
                        Map.of("no_proxy", "localhost")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no_proxy");
        assertThat(camera.asked()).isEmpty();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> frames(SourceOptions.defaults())).isInstanceOf(SourceException.class);
        assertThat(internal.asked()).isEmpty();
    }

    private String elsewhere(String address) {
        return address.replace("FOLDER", footage.toString()).replace("INTERNAL", Integer.toString(internal.port()));
    }

    /** How many frames the camera's playlist shows. */
    private int frames(SourceOptions options) throws SourceException {
        return frames(camera.url("/camera.m3u8"), options);
    }

    private static int frames(String url, SourceOptions options) throws SourceException {
        SourceOptions short_ = options.with(options.network().withTimeout(TIMEOUT));
        try (FrameSource source = FrameSources.open(url, short_, Clock.systemUTC())) {
            Viewer.Ending ending = Viewer.end(source);
            if (ending.fault() != null) {
                throw ending.fault();
            }
            return ending.frames();
        }
    }
}
