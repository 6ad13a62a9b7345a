package pose.ingest.source.hls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {

    @ParameterizedTest
    @CsvSource({
        "http://Cam.example/a.m3u8,cam.example:80",
        "https://cam.example/a.m3u8?x=1@2,cam.example:443",
        "http://user:secret@cam.example:8080,cam.example:8080",
        "HTTP://[FE80::1]:81/a,[fe80::1]:81",
    })
    void shouldTellHostAndPort(String url, String destination) {
        assertThat(Destination.ofUrl(url)).map(Destination::toString).hasValue(destination);
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd",
        "http://",
        "http://:80/",
        "http://host:99999/",
        "http://ho\u001bst/",
        "rtsp://host/"
    })
    void shouldKnowNoOtherUrls(String url) {
        assertThat(Destination.ofUrl(url)).isEmpty();
    }

    @Test
    void shouldNotTakeAUserForTheHost() {
        assertThat(Destination.ofUrl("http://10.0.0.1@cam.example/")
                        .orElseThrow()
                        .host())
                .isEqualTo("cam.example");
    }
}
