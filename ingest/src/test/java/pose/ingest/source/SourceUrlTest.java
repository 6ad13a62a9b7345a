package pose.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.ingest.SourceException;
import pose.ingest.source.SourceUrl.CameraKind;
import pose.ingest.source.SourceUrl.CameraUrl;
import pose.ingest.source.SourceUrl.DeviceUrl;
import pose.ingest.source.SourceUrl.ImagesUrl;

class SourceUrlTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://cam/1,RTSP,rtsp://cam/1",
        "RTSPS://coach:secret@cam:322/1,RTSP,rtsps://cam:322/1",
        "udp://239.0.0.1:5000,MPEG_TS,udp://239.0.0.1:5000",
        "rtmp://coach:secret@cam/live/1,RTMP,rtmp://cam/live/1",
        "rtmps://cam/live/1,RTMP,rtmps://cam/live/1",
        "rtmp+listen://0.0.0.0:1935/live/1,RTMP_LISTEN,rtmp://0.0.0.0:1935/live/1",
        "http://coach:secret@cam/live.m3u8,HLS,http://cam/live.m3u8",
        "https://cam/live.M3U8?token=secret,HLS,https://cam/live.M3U8?token=***",
        "http://coach:secret@cam/video.cgi?channel=1,MJPEG,http://cam/video.cgi?channel=1",
        "https://cam/video?list=a.m3u8,MJPEG,https://cam/video?list=a.m3u8",
    })
    void shouldKnowACameraByItsUrlAndKeepItsSecrets(String url, CameraKind kind, String shown) throws Exception {
        SourceUrl parsed = SourceUrl.parse(url);

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        CameraUrl.class, camera -> assertThat(camera.kind()).isEqualTo(kind));
        assertThat(parsed.shown()).isEqualTo(shown);
        assertThat(parsed.toString()).isEqualTo(shown);
    }

    @Test
    void shouldKnowADevice() throws Exception {
        assertThat(SourceUrl.parse("v4l2:/dev/video0?fps=30"))
                .isInstanceOf(DeviceUrl.class)
                .hasToString("v4l2:/dev/video0");
    }

    @Test
    void shouldTakeAFolderForPictures(@TempDir Path folder) throws Exception {
        assertThat(SourceUrl.parse(folder.toString())).isEqualTo(new ImagesUrl(folder, 25));
        assertThat(SourceUrl.parse("images:" + folder + "?fps=10")).isEqualTo(new ImagesUrl(folder, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "rtmp+listen://0.0.0.0/live/1,rtmp+listen://0.0.0.0/live/1 names no port to listen on",
        "http:///video,http:///video names no host",
    })
    void shouldSayWhatACamerasUrlLacks(String url, String message) {
        assertThatThrownBy(() -> SourceUrl.parse(url))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message);
    }
}
