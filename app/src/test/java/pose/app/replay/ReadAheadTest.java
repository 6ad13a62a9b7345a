package pose.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import pose.ingest.SourceException;

class ReadAheadTest {

    private final Numbers numbers = new Numbers();

    @Test
    void shouldHandOutEverythingInOrderAndThenItsEnd() throws Exception {
        // given
        numbers.end = 100;

        // when
        try (ReadAhead<Integer> ahead = begin(new ReadAhead.Bounds(3, 1000))) {

            // then
            for (int i = 0; i < 100; i++) {
                assertThat(ahead.next()).contains(i);
            }
            assertThat(ahead.next()).isEmpty();
            assertThat(ahead.next()).isEmpty();
        }
    }

    @Test
    void shouldMakeNoMoreThanMayWait() throws Exception {
        try (ReadAhead<Integer> ahead = begin(new ReadAhead.Bounds(3, 1000))) {
            // when
            ahead.awaitFull(TimeUnit.MINUTES.toNanos(1));

            // then
            // The fourth is made, and waits to be let in.
            assertThat(numbers.made).hasValue(4);
            assertThat(ahead.next()).contains(0);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(numbers.made).hasValue(5));
        }
    }

    @Test
    void shouldMakeNoMoreThanFitsButAlwaysOne() throws Exception {
        try (ReadAhead<Integer> ahead = begin(new ReadAhead.Bounds(100, 5))) {
            // when
            ahead.awaitFull(TimeUnit.MINUTES.toNanos(1));

            // then
            // Each takes ten bytes.
            assertThat(numbers.made).hasValue(2);
            assertThat(ahead.next()).contains(0);
            assertThat(ahead.next()).contains(1);
        }
    }

    @Test
    void shouldHandOutWhatCameBeforeAFault() throws Exception {
        // given
        numbers.end = 2;
        numbers.fault = "it is cut short";

        // when
        try (ReadAhead<Integer> ahead = begin(new ReadAhead.Bounds(10, 1000))) {

            // then
            assertThat(ahead.next()).contains(0);
            assertThat(ahead.next()).contains(1);
            assertThatThrownBy(ahead::next).isInstanceOf(SourceException.class).hasMessage("it is cut short");
        }
    }

    @Test
    void shouldReleaseWhoWaitsAndCloseItsMakerWhenItIsClosed() throws Exception {
        // given
        numbers.blockAt = 1;
        ReadAhead<Integer> ahead = begin(new ReadAhead.Bounds(10, 1000));
        assertThat(ahead.next()).contains(0);
        AtomicBoolean released = new AtomicBoolean();
        Thread waiting = new Thread(() -> {
            try {
                released.set(ahead.next().isEmpty());
            } catch (SourceException e) {
                throw new IllegalStateException(e);
            }
        });
        waiting.start();

        // when
        ahead.close();

        // then
        waiting.join(60_000);
        assertThat(released).isTrue();
        assertThat(numbers.closed).isTrue();
    }

    private ReadAhead<Integer> begin(ReadAhead.Bounds bounds) {
        return ReadAhead.begin("numbers", numbers, bounds, number -> 10);
    }

    /** Counts, and may fail or get stuck. */
    private static final class Numbers implements ReadAhead.Maker<Integer> {

        private final AtomicInteger made = new AtomicInteger();
        private final AtomicBoolean closed = new AtomicBoolean();
        private final CountDownLatch stopped = new CountDownLatch(1);
        private int end = Integer.MAX_VALUE;
        private int blockAt = Integer.MAX_VALUE;
        private String fault = "";

        @Override
        public Optional<Integer> next() throws SourceException {
            int number = made.get();
            if (number == blockAt) {
                awaitStop();
            }
            if (number >= end) {
                if (!fault.isEmpty()) {
                    throw new SourceException(fault);
                }
                return Optional.empty();
            }
            made.incrementAndGet();
            return Optional.of(number);
        }

        private void awaitStop() {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {
            stopped.countDown();
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
