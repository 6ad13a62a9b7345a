package pose.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.cpm.VersionId;

class ChannelTest {

    @Test
    void shouldBeWhatItsKeySays() {
        Channel channel = new Channel("lite-2.0", "night-shift");

        assertThat(Channel.parse(channel.key())).isEqualTo(channel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lite", "lite/", "/stable", "lite/Stable", "lite/-a", "lite/a/b", "li te/stable", "lite/retired"
            })
    void shouldRefuseWhatIsNone(String key) {
        assertThatThrownBy(() -> Channel.parse(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldTellVersionsThatAreGoneFromChannels() {
        VersionId gone = VersionId.parse("lite/2026-11-21.1");

        assertThat(RetiredKey.parse(RetiredKey.of(gone))).contains(gone);
        assertThat(RetiredKey.parse("lite/stable")).isEmpty();
        assertThatThrownBy(() -> RetiredKey.parse("lite/retired/a/b")).isInstanceOf(IllegalArgumentException.class);
    }
}
