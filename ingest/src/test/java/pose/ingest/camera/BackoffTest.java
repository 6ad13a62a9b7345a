package pose.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final BackoffSettings SETTINGS =
            new BackoffSettings(Duration.ofMillis(100), Duration.ofMillis(1000));

    private final Backoff backoff = new Backoff(SETTINGS, new Random(5));

    @Test
    void shouldDoubleItsPausesUpToTheLongestGiveOrTakeAQuarter() {
        // when
        List<Duration> pauses = Stream.generate(backoff::next).limit(8).toList();

        // then
        long[] plain = {100, 200, 400, 800, 1000, 1000, 1000, 1000};
        for (int i = 0; i < plain.length; i++) {
            assertThat(pauses.get(i).toMillis()).isBetween(plain[i] * 3 / 4, Math.min(1000, plain[i] * 5 / 4));
        }
    }

    @Test
    void shouldVaryItsPauses() {
        assertThat(Stream.generate(() -> {
                            backoff.reset();
                            return backoff.next();
                        })
                        .limit(20)
                        .distinct()
                        .count())
                .isGreaterThan(10);
    }

    @Test
    void shouldBeginAnewOnceTheCameraAnswered() {
        // given
        Stream.generate(backoff::next).limit(10).forEach(pause -> {});

        // when
        backoff.reset();

        // then
        assertThat(backoff.next()).isLessThan(Duration.ofMillis(126));
    }

    @Test
    void shouldRefusePausesOutOfRange() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new BackoffSettings(Duration.ofMillis(9), second))
                .hasMessage("first pause is 9 ms; allowed: 10 ms to 1 minute");
        assertThatThrownBy(() -> new BackoffSettings(second, Duration.ofMillis(999)))
                .hasMessage("longest pause is 999 ms; allowed: the first pause, 1000 ms, to 10 minutes");
        assertThatThrownBy(() -> new BackoffSettings(second, Duration.ofMinutes(11)))
                .hasMessageContaining("longest pause is 660000 ms");
    }
}
