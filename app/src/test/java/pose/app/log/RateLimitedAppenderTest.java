package pose.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A flood of lines of one kind becomes a few and a count; other kinds are not held back by it. */
class RateLimitedAppenderTest {

    private static final int LINES = 3;

    private final LoggerContext context = new LoggerContext();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final RateLimitedAppender limited = new RateLimitedAppender(now::get);
    private final Logger logger = context.getLogger("yard");

    @BeforeEach
    void wire() {
        written.setContext(context);
        written.start();
        limited.setContext(context);
        limited.setLinesPerMinute(LINES);
        limited.addAppender(written);
        limited.start();
        logger.addAppender(limited);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void shouldWriteSoManyOfAKind() {
        // when
        flood("gate {} is open", 10);

        // then
        assertThat(lines()).containsExactly("gate 0 is open", "gate 1 is open", "gate 2 is open");
    }

    @Test
    void shouldTellHowManyMoreThereWereWhenTheMinuteIsOver() {
        // given
        flood("gate {} is open", 60);

        // when
        now.addAndGet(TimeUnit.MINUTES.toNanos(1));
        flood("gate {} is open", 1);

        // then
        assertThat(lines().subList(LINES, lines().size()))
                .containsExactly("… and 57 more like this: gate 0 is open", "gate 0 is open");
    }

    @Test
    void shouldTellItAlsoWhenNothingOfThatKindFollows() {
        // given
        flood("gate {} is open", 60);

        // when
        now.addAndGet(TimeUnit.MINUTES.toNanos(1));
        logger.warn("something else");

        // then
        assertThat(lines().subList(LINES, lines().size()))
                .containsExactly("… and 57 more like this: gate 0 is open", "something else");
    }

    @Test
    void shouldTellItAtTheEnd() {
        // given
        flood("gate {} is open", 4);

        // when
        limited.tellOfAll();
        limited.tellOfAll();

        // then
        assertThat(lines()).hasSize(LINES + 1).last().isEqualTo("… and 1 more like this: gate 0 is open");
    }

    @Test
    void shouldNotHoldBackOtherKinds() {
        // given
        flood("gate {} is open", 100);

        // when
        logger.warn("gate {} is gone", 1);
        logger.error("gate {} is open", 2);

        // then
        assertThat(lines().subList(LINES, lines().size())).containsExactly("gate 1 is gone", "gate 2 is open");
    }

    @Test
    void shouldHoldBackAFloodWhoseEveryLineIsOfItsOwnKind() {
        // when
        IntStream.range(0, 5000).forEach(i -> logger.warn("gate " + i + " is open"));

        // then
        assertThat(lines()).hasSize(100 + LINES);
    }

    @Test
    void shouldRefuseToWriteNothing() {
        assertThatThrownBy(() -> limited.setLinesPerMinute(0)).hasMessageContaining("linesPerMinute is 0");
    }

    private void flood(String message, int times) {
        IntStream.range(0, times).forEach(i -> logger.warn(message, i));
    }

    private List<String> lines() {
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
