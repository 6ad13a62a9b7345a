package pose.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pose.stream.BatchTimes;

class HealthTest {

    private final FakeStream stream = new FakeStream();
    private final AtomicLong now = new AtomicLong();
    private final EngineWatch engine = new EngineWatch(now::get);
    private final Health health = new Health(stream, engine, Duration.ofSeconds(30));

    @Test
    void shouldLiveAndBeReadyWhileAllIsWell() {
        assertThat(health.live().failing()).isEmpty();
        assertThat(health.ready().failing()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "REBALANCING", "PENDING_SHUTDOWN"})
    void shouldLiveButNotBeReadyWhileNotRunning(State state) {
        // when
        stream.state = state;

        // then
        assertThat(health.live().holds()).isTrue();
        assertThat(health.ready().failing()).containsOnlyKeys("stream").containsValue(state + "; it must be RUNNING");
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "PENDING_ERROR", "NOT_RUNNING"})
    void shouldNotLiveOnceStopped(State state) {
        // when
        stream.state = state;

        // then
        assertThat(health.live().failing()).containsOnlyKeys("stream");
        assertThat(health.ready().failing()).containsOnlyKeys("stream");
    }

    @Test
    void shouldSayWhatStoppedTheStream() {
        // when
        stream.failure = new IllegalStateException("inference failed: out of\nmemory");

        // then
        assertThat(health.live().failing()).containsEntry("stream", "stopped: inference failed: out of memory");
    }

    @Test
    void shouldNotBeReadyWithoutAModel() {
        // when
        stream.weights = null;

        // then
        assertThat(health.live().holds()).isTrue();
        assertThat(health.ready().failing()).containsOnlyKeys("model");
    }

    @Test
    void shouldSayWhatThereIsToWaitForBeforeThereIsAModel() {
        // when
        stream.weights = null;
        stream.waitsForWeights = "lite/stable points to lite/2, which cannot be had: nobody answers";

        // then
        assertThat(health.ready().failing())
                .containsExactly(entry("model", "lite/stable points to lite/2, which cannot be had: nobody answers"));
    }

    @Test
    void shouldBeReadyWhileTheOldestFrameWaitsWithinItsBound() {
        // when
        stream.oldestWaiting = Duration.ofSeconds(30);

        // then
        assertThat(health.ready().holds()).isTrue();
    }

    @Test
    void shouldNotBeReadyWhenTheOldestFrameHasWaitedTooLong() {
        // when
        stream.oldestWaiting = Duration.ofMillis(30_100);

        // then
        assertThat(health.live().holds()).isTrue();
        assertThat(health.ready().failing())
                .containsExactly(entry("oldest_frame", "has waited 30.1 s; at most 30.0 s are allowed"));
    }

    @Test
    void shouldNotLiveWhenTheEngineIsStuck() {
        // when
        stream.oldestWaiting = Duration.ofMinutes(11);
        now.addAndGet(Duration.ofMinutes(11).toNanos());

        // then
        assertThat(health.live().failing())
                .containsEntry("engine", "has given nothing back for 660.0 s while frames wait");
    }

    @Test
    void shouldLiveWhileTheEngineIsSlowButGivesSomethingBack() {
        // given
        stream.oldestWaiting = Duration.ofMinutes(11);
        now.addAndGet(Duration.ofMinutes(11).toNanos());

        // when
        engine.inferred(new BatchTimes(1, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO));

        // then
        assertThat(health.live().holds()).isTrue();
    }

    @Test
    void shouldLiveWhileThereIsNothingToDo() {
        // when
        now.addAndGet(Duration.ofDays(2).toNanos());

        // then
        assertThat(health.live().holds()).isTrue();
        assertThat(health.ready().holds()).isTrue();
    }
}
