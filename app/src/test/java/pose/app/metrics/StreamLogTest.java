package pose.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pose.stream.StreamListener.Answer;

class StreamLogTest {

    private final StreamLog log = new StreamLog();

    @RegisterExtension
    private final LoggedBy written = new LoggedBy(StreamLog.class);

    @Test
    void shouldTellOfADeadLetterWhoseItIsWhereItCameFromAndWhy() {
        // when
        log.buried("gate-1", "pose.frames.v1-3@17", "broken JPEG");

        // then
        ILoggingEvent line = written.events().get(0);
        assertThat(line.getLevel()).isEqualTo(Level.WARN);
        assertThat(line.getFormattedMessage()).isEqualTo("a frame went to the dead letters: broken JPEG");
        assertThat(line.getKeyValuePairs())
                .extracting(Object::toString)
                .containsExactly("camera=\"gate-1\"", "record=\"pose.frames.v1-3@17\"");
    }

    @Test
    void shouldTellWhatTheEngineSaid() {
        // when
        log.retried(16, new IllegalStateException("out of memory"));

        // then
        ILoggingEvent line = written.events().get(0);
        assertThat(line.getFormattedMessage())
                .isEqualTo("the engine failed on a batch, which is tried again by halves: "
                        + "java.lang.IllegalStateException: out of memory");
        assertThat(line.getKeyValuePairs()).extracting(Object::toString).containsExactly("frames=\"16\"");
    }

    @Test
    void shouldSayNothingOfWhatIsWell() {
        // when
        log.answered("gate-1", Answer.POSE, OptionalLong.of(1));

        // then
        assertThat(written.events()).isEmpty();
    }
}
