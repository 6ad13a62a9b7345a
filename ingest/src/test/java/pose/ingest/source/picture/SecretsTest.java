package pose.ingest.source.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Opening 'rtsp://coach:s3cret@camera/1' failed | Opening 'rtsp://***@camera/1' failed",
                "http://u:p@ss@h/a.ts?token=abc&x=1 broke | http://***@h/a.ts?*** broke",
                "tcp://10.0.0.1:554: refused | tcp://10.0.0.1:554: refused",
                "Authorization: Basic Y29hY2g6czNjcmV0 | Authorization: ***"
            })
    void shouldHideWhatLooksLikeASecret(String text, String hidden) {
        assertThat(Secrets.hidden(text)).isEqualTo(hidden);
    }

    @Test
    void shouldHideKnownSecretsForAsLongAsASourceHasThem() {
        // given
        Secrets.Kept first = Secrets.keep(List.of("s3cret"));
        Secrets.Kept second = Secrets.keep(List.of("s3cret"));

        // when / then
        first.close();
        assertThat(Secrets.hidden("user s3cret refused")).isEqualTo("user *** refused");
        second.close();
        assertThat(Secrets.hidden("user s3cret refused")).isEqualTo("user s3cret refused");
    }
}
