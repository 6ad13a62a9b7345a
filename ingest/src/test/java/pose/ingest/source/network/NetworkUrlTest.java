package pose.ingest.source.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pose.ingest.SourceException;

class NetworkUrlTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://camera/1, rtsp://camera/1",
        "rtsp://coach:s3cret@camera:554/1, rtsp://camera:554/1",
        "RTSP://coach:p@ss@camera/1, rtsp://camera/1",
        "rtsp://coach@camera, rtsp://camera",
        "rtsp://coach:a%2Fb@[fe80::1]:554/1?subtype=0, rtsp://[fe80::1]:554/1?subtype=0",
        "http://camera/v.cgi?user=coach&pwd=s3cret&res=640x360, http://camera/v.cgi?user=***&pwd=***&res=640x360",
        "http://camera/live.m3u8?eyJhbGciOiJIUzI1NiJ9.e30.c2ln, http://camera/live.m3u8?***",
        "http://camera/live.m3u8?x=0123456789abcdef0123, http://camera/live.m3u8?x=***",
        "udp://239.1.2.3:5000, udp://239.1.2.3:5000"
    })
    void shouldShowNoSecret(String url, String shown) throws Exception {
        NetworkUrl parsed = NetworkUrl.parse(url);

        assertThat(parsed.shown()).isEqualTo(shown);
        assertThat(parsed).hasToString(shown);
    }

    @Test
    void shouldKeepTheWholeUrlForTheConnection() throws Exception {
        String url = "rtsp://coach:a%2Fb@camera:554/1?token=t0k3n";

        assertThat(NetworkUrl.parse(url).secret()).isEqualTo(url);
    }

    @Test
    void shouldNameItsSecretsAsWrittenAndDecoded() throws Exception {
        assertThat(NetworkUrl.parse("rtsp://coach:a%2Fb@camera:554/1?token=t0k3n")
                        .secrets())
                .containsExactly("coach:a%2Fb", "coach:a/b", "a%2Fb", "a/b", "t0k3n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://coach:s3/cret@camera/1",
                "rtsp://coach:s3?cret@camera/1",
                "rtsp://coach:s3cret@camera:99999/1",
                "rtsp://coach:s3cret@camera:port/1",
                "rtsp:coach:s3cret"
            })
    void shouldQuoteNothingOfAUrlThatIsNone(String url) {
        assertThatThrownBy(() -> NetworkUrl.parse(url))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("a camera's ")
                .message()
                .doesNotContain("s3", "cret", "coach");
    }
}
