package pose.app.reinfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void shouldBeReadAsItWasWritten() {
        // given
        Progress progress = new Progress("match by lite/2", 384, Map.of("gate-1", 17L, "gate-2", 1L << 40));

        // when
        progress.writeTo(headers);

        // then
        assertThat(Progress.readFrom(headers)).contains(progress);
    }

    @Test
    void shouldNotBeTakenFromWhatIsNoneOfOurs() {
        assertThat(Progress.readFrom(headers)).isEmpty();

        headers.add("pose-reinfer", "{".getBytes(StandardCharsets.UTF_8));

        assertThat(Progress.readFrom(headers)).isEmpty();
    }
}
