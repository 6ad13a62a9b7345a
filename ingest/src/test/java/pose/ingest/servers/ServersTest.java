package pose.ingest.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test cameras are what they seem: FFmpeg's own client sees their picture, loses it when they are killed, and has it back. */
class ServersTest {

    private static final CameraPicture PICTURE = CameraPicture.SMALL;

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void shouldServeRtspAndBeBackAfterAKill(String transport) throws Exception {
        assumeTrue(RtspServer.available().present(), RtspServer.available().reason());
        try (RtspServer server = new RtspServer(RtspSettings.of(PICTURE).withCameras(2))) {
            server.start();
            assertThat(sees(server.url(1), "-rtsp_transport", transport)).isTrue();

            server.kill();
            assertThat(sees(server.url(), "-rtsp_transport", transport)).isFalse();

            server.start();
            assertThat(sees(server.url(), "-rtsp_transport", transport)).isTrue();
        }
    }

    @Test
    void shouldAskForTheLogin() throws Exception {
        assumeTrue(RtspServer.available().present(), RtspServer.available().reason());
        try (RtspServer server = new RtspServer(RtspSettings.of(PICTURE).withLogin("coach", "s3cret"))) {
            server.start();

            assertThat(sees(server.url(), "-rtsp_transport", "tcp")).isFalse();
            assertThat(sees(server.url().replace("//", "//coach:s3cret@"), "-rtsp_transport", "tcp"))
                    .isTrue();
        }
    }

    @Test
    void shouldSendMpegTsAndBeBackAfterAKill() throws Exception {
        try (MpegTsSender sender = new MpegTsSender(PICTURE)) {
            String listening = sender.url() + "?timeout=1000000";
            sender.start();
            assertThat(sees(listening)).isTrue();

            sender.kill();
            assertThat(sees(listening)).isFalse();

            sender.start();
            assertThat(sees(listening)).isTrue();
        }
    }

    @Test
    void shouldServeRtmpAndBeBackAfterAKill() throws Exception {
        assumeTrue(RtmpServer.available().present(), RtmpServer.available().reason());
        try (RtmpServer server = new RtmpServer(PICTURE)) {
            server.start();
            assertThat(sees(server.url())).isTrue();

            server.kill();
            assertThat(sees(server.url())).isFalse();

            server.start();
            assertThat(sees(server.url())).isTrue();
        }
    }

    @Test
    void shouldServeALivePlaylist() throws Exception {
        try (HlsServer server = HlsServer.live(PICTURE)) {
            server.start();
            assertThat(sees(server.url())).isTrue();

            server.kill();
            assertThat(sees(server.url())).isFalse();
        }
    }

    @Test
    void shouldServeACompletePlaylist() throws Exception {
        try (HlsServer server = HlsServer.recorded(PICTURE, 2)) {
            server.start();

            assertThat(sees(server.url())).isTrue();
        }
    }

    @Test
    void shouldServeMotionJpegAndBeBackAfterAKill() throws Exception {
        try (MjpegServer server = new MjpegServer(PICTURE)) {
            server.start();
            assertThat(sees(server.url())).isTrue();

            server.kill();
            assertThat(sees(server.url())).isFalse();

            server.start();
            assertThat(sees(server.url())).isTrue();
        }
    }

    /** Whether FFmpeg's client gets three pictures of the right size. */
    private static boolean sees(String url, String... options) throws Exception {
        List<String> line = FfmpegCommand.line("-analyzeduration", "500000", "-fpsprobesize", "2");
        line.addAll(List.of(options));
        line.addAll(List.of("-i", url, "-frames:v", "3", "-f", "framemd5", "-"));
        try (ServerProcess client = new ServerProcess("client", line)) {
            client.start();
            return client.awaitEnd() == 0
                    && client.log().contains("#dimensions 0: " + PICTURE.width() + "x" + PICTURE.height());
        }
    }
}
