package pose.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAddressTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://admin:hunter2@10.0.0.9:554/ch1, rtsp://10.0.0.9:554/ch1",
        "rtsp://admin:hunter2@host/a@b, rtsp://host/a@b",
        "rtsp://admin:hun@ter2@host/ch1, rtsp://host/ch1",
        "rtsp://admin:hun/ter2@host/ch1, rtsp://host/ch1",
        "rtsp://hunter2@host, rtsp://host",
        "http://host/live.m3u8?quality=3&token=hunter2&x=1, http://host/live.m3u8?quality=3&token=***&x=1",
        "http://host/c.mjpg?user=admin&PWD=hunter2, http://host/c.mjpg?user=admin&PWD=***",
        "http://host/c?access_token=hunter2, http://host/c?access_token=***"
    })
    void shouldShowNoPassword(String full, String shown) {
        SourceAddress address = SourceAddress.of(full);

        assertThat(address.shown()).isEqualTo(shown).doesNotContain("hunter2").doesNotContain("ter2");
        assertThat(address).hasToString(shown);
        assertThat(address.holdsSecrets()).isTrue();
        assertThat(address.full()).isEqualTo(full);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clip.mp4",
                "/a/b@c.mp4",
                "rtsp://host/ch1",
                "synthetic:athlete?seconds=1",
                "udp://239.1.1.1:5000"
            })
    void shouldShowAllWhereNothingIsSecret(String full) {
        SourceAddress address = SourceAddress.of(full);

        assertThat(address.shown()).isEqualTo(full);
        assertThat(address.holdsSecrets()).isFalse();
    }

    @Test
    void shouldTellAddressesApartByTheirSecrets() {
        SourceAddress one = SourceAddress.of("rtsp://a:1@host");

        assertThat(one)
                .isEqualTo(SourceAddress.of("rtsp://a:1@host"))
                .isNotEqualTo(SourceAddress.of("rtsp://a:2@host"));
    }
}
