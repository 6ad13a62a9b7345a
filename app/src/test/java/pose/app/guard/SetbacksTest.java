package pose.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SetbacksTest {

    private final AtomicLong now = new AtomicLong();
    private final Setbacks setbacks = new Setbacks(now::get);

    @Test
    void shouldPutACameraAsideForLongerAndLonger() {
        List<Long> seconds = new ArrayList<>();
        for (int crash = 0; crash < 9; crash++) {
            Duration aside = setbacks.crashed("gate");
            seconds.add(aside.toSeconds());
            now.addAndGet(aside.plusSeconds(1).toNanos());
        }

        assertThat(seconds).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
    }

    @Test
    void shouldForgetWhatIsTenMinutesAgo() {
        // given
        setbacks.crashed("gate");
        setbacks.crashed("gate");
        now.addAndGet(Duration.ofSeconds(10 + 601).toNanos());

        // then
        assertThat(setbacks.crashed("gate")).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void shouldKnowWhoIsStillAsideAndForHowLong() {
        // given
        setbacks.crashed("gate-1");
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        setbacks.crashed("gate-2");

        // then
        assertThat(setbacks.aside()).isEqualTo(Map.of("gate-1", 2000L, "gate-2", 5000L));
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(setbacks.aside()).isEmpty();
    }

    @Test
    void shouldLetAllWaitWhereNobodyKnowsWhoseFaultItIs() {
        List<Long> seconds = new ArrayList<>();
        for (int crash = 0; crash < 9; crash++) {
            seconds.add(setbacks.crashedSomewhere().toSeconds());
        }

        assertThat(seconds).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }
}
