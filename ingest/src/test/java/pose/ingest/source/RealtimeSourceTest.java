package pose.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;

class RealtimeSourceTest {

    private final HandClock clock = new HandClock();
    private final List<Long> waits = new ArrayList<>();

    @Test
    void shouldHandOutEachFrameAtItsTime() throws Exception {
        try (FrameSource source = realtime(this::sleep)) {
            // given
            source.next();

            // when
            source.next();
            source.next();

            // then
            assertThat(waits).containsExactly(100_000L, 100_000L);
        }
    }

    @Test
    void shouldNotWaitForAFrameThatIsLate() throws Exception {
        try (FrameSource source = realtime(this::sleep)) {
            // given
            source.next();
            clock.now = clock.now.plusMillis(150);

            // when
            source.next();
            source.next();

            // then
            assertThat(waits).containsExactly(50_000L);
        }
    }

    @Test
    void shouldEndAndStayInterruptedWhenInterrupted() throws Exception {
        try (FrameSource source = realtime(micros -> {
            throw new InterruptedException();
        })) {
            // given
            source.next();

            // when / then
            assertThatThrownBy(source::next).isInstanceOf(SourceException.class).hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private void sleep(long micros) {
        waits.add(micros);
        clock.now = clock.now.plus(micros, ChronoUnit.MICROS);
    }

    private FrameSource realtime(RealtimeSource.Sleeper sleeper) throws SourceException {
        String url = "synthetic:athlete?fps=10&seconds=1&width=64&height=64";
        return new RealtimeSource(FrameSources.open(url, SourceOptions.defaults(), clock), clock, sleeper);
    }

    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
