package pose.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One line when no broker answers any more, one when one does again. */
class BrokerWatchTest {

    private final FakeStream stream = new FakeStream();
    private final AtomicLong now = new AtomicLong();
    private final BrokerWatch watch = new BrokerWatch(stream, now::get);

    @RegisterExtension
    private final LoggedBy written = new LoggedBy(BrokerWatch.class);

    private double received;

    @Test
    void shouldSayNothingWhileABrokerAnswers() {
        // when
        for (int i = 0; i < 100; i++) {
            answerWithin(3);
        }

        // then
        assertThat(lines()).isEmpty();
        assertThat(watch.away()).isFalse();
    }

    @Test
    void shouldSayOnceThatNoBrokerAnswers() {
        // given
        answerWithin(1);

        // when
        silenceFor(120);

        // then
        assertThat(lines()).containsExactly("no broker has answered for 10 s; frames wait until one does");
        assertThat(watch.away()).isTrue();
    }

    @Test
    void shouldSayOnceThatABrokerAnswersAgain() {
        // given
        answerWithin(1);
        silenceFor(74);

        // when
        answerWithin(1);
        answerWithin(1);

        // then
        assertThat(lines()).last().isEqualTo("a broker answers again after 1 min 15 s");
        assertThat(lines()).hasSize(2);
        assertThat(watch.away()).isFalse();
    }

    @Test
    void shouldNotTakeALostConsumerForAnAnswer() {
        // given
        received = 5000;
        answerWithin(1);

        // when
        received = 0;
        silenceFor(20);

        // then
        assertThat(watch.away()).isTrue();
    }

    @Test
    void shouldSayNothingBeforeTheFirstAnswer() {
        // when
        silenceFor(60);

        // then
        assertThat(lines()).isEmpty();
    }

    private void answerWithin(int seconds) {
        silenceFor(seconds - 1);
        received += 100;
        silenceFor(1);
    }

    private void silenceFor(int seconds) {
        FakeMetric heard =
                FakeMetric.of("consumer-metrics", "incoming-byte-total", Map.of("client-id", "consumer"), received);
        stream.kafkaMetrics = Map.of(heard.metricName(), heard);
        for (int i = 0; i < seconds; i++) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            watch.look();
        }
    }

    private List<String> lines() {
        return written.events().stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
