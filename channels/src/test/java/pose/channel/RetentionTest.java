package pose.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pose.channel.Retention.Stored;
import pose.cpm.VersionId;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void shouldKeepTheNewestOfEachModel() {
        List<VersionId> surplus = new Retention(1, Duration.ZERO)
                .surplus(
                        List.of(stored("lite/1", 3), stored("lite/2", 2), stored("lite/3", 1), stored("other/1", 9)),
                        Set.of(),
                        NOW);

        assertThat(surplus).containsExactly(VersionId.parse("lite/1"), VersionId.parse("lite/2"));
    }

    @Test
    void shouldKeepWhatChannelsName() {
        List<VersionId> surplus = new Retention(1, Duration.ZERO)
                .surplus(
                        List.of(stored("lite/1", 3), stored("lite/2", 2), stored("lite/3", 1)),
                        Set.of(VersionId.parse("lite/1")),
                        NOW);

        assertThat(surplus).containsExactly(VersionId.parse("lite/2"));
    }

    @Test
    void shouldKeepWhatIsYoung() {
        List<VersionId> surplus = new Retention(1, Duration.ofDays(7))
                .surplus(
                        List.of(stored("lite/1", 8), stored("lite/2", 7), stored("lite/3", 6), stored("lite/4", 1)),
                        Set.of(),
                        NOW);

        assertThat(surplus).containsExactly(VersionId.parse("lite/1"));
    }

    @Test
    void shouldRefuseToKeepNone() {
        assertThatThrownBy(() -> new Retention(0, Duration.ZERO)).hasMessageContaining("keep is 0");
        assertThatThrownBy(() -> new Retention(1, Duration.ofDays(-1))).hasMessageContaining("must not be negative");
    }

    private static Stored stored(String id, int daysAgo) {
        return new Stored(VersionId.parse(id), NOW.minus(Duration.ofDays(daysAgo)));
    }
}
