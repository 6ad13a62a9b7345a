package pose.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://me:secret@h/x",
                "rtsp://:secret@h/x",
                "rtsp://me:se/cret@h/x",
                "rtsp://me:${env:A}x@h/x",
                "https://h/x.m3u8?user=me&password=secret",
                "rtmp://h/live?token=abc",
                "http://h/mjpeg?AuthKey=${env:A}b",
            })
    void shouldFindOne(String url) {
        assertThat(PlainPasswords.isIn(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://h:554/x",
                "rtsp://h:554/x@y",
                "rtsp://me@h/x",
                "rtsp://me:${env:PW}@h/x",
                "rtsp://me:${file:/run/secrets/pw}@h/x",
                "http://h/x?token=${env:T}&size=3",
                "synthetic:athlete?seconds=10",
                "clip@home:1.mp4",
                "${env:URL}",
            })
    void shouldFindNoneWhereThereIsNone(String url) {
        assertThat(PlainPasswords.isIn(url)).isFalse();
    }
}
