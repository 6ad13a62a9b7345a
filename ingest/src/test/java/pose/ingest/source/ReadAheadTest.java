package pose.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pose.ingest.CapturedFrame;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;
import pose.ingest.source.picture.EncodedPicture;
import pose.ingest.source.picture.Encoding;
import pose.ingest.source.picture.PictureSize;
import pose.ingest.source.picture.PictureSource;
import pose.ingest.source.picture.SourcePicture;

@Timeout(120)
class ReadAheadTest {

    private static final long EPOCH_US = 1_000_000;

    @Test
    void shouldKeepTheOrderThoughLaterPicturesAreDoneFirst() throws Exception {
        // given
        try (Pictures pictures = new Pictures(50, false);
                ReadAhead source = new ReadAhead(pictures, EPOCH_US, 0, Optional.empty())) {

            // when
            List<Long> times = new ArrayList<>();
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                assertThat(next.get().jpeg()).containsExactly((byte) times.size());
                assertThat(next.get().ptsUs()).isEqualTo(times.size());
                times.add(next.get().captureTimeUs());
            }

            // then
            assertThat(times).hasSize(50).startsWith(EPOCH_US).endsWith(EPOCH_US + 49);
            assertThat(source.next()).isEmpty();
            assertThat(pictures.closed).hasValue(50);
        }
    }

    @Test
    void shouldReadButNotEncodeTheFramesThatWereHad() throws Exception {
        // given
        try (Pictures pictures = new Pictures(20, false);
                ReadAhead source = new ReadAhead(pictures, EPOCH_US, 17, Optional.empty())) {

            // when
            List<Long> times = new ArrayList<>();
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                times.add(next.get().captureTimeUs());
            }

            // then
            assertThat(source.firstSequence()).isEqualTo(17);
            assertThat(times).containsExactly(EPOCH_US + 17, EPOCH_US + 18, EPOCH_US + 19);
            assertThat(pictures.begun).hasValue(3);
            assertThat(pictures.closed).hasValue(20);
        }
    }

    @Test
    void shouldTellAFaultBehindTheFramesBeforeItAndEverAfter() throws Exception {
        // given
        try (Pictures pictures = new Pictures(3, true);
                ReadAhead source = new ReadAhead(pictures, EPOCH_US, 0, Optional.empty())) {

            // when
            for (int i = 0; i < 3; i++) {
                assertThat(source.next()).isPresent();
            }

            // then
            assertThatThrownBy(source::next).isInstanceOf(SourceException.class).hasMessage("cut");
            assertThatThrownBy(source::next).isInstanceOf(SourceException.class).hasMessage("cut");
        }
    }

    @Test
    void shouldReadNoFurtherThanItsBound() throws Exception {
        // given
        try (Pictures pictures = new Pictures(1000, false);
                ReadAhead source = new ReadAhead(pictures, EPOCH_US, 0, Optional.empty())) {

            // when
            source.next();
            source.next();

            // then
            int most = 2 + 8 + 1;
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> pictures.taken.get() >= most);
            assertThat(source.next()).isPresent();
            assertThat(pictures.taken).hasValueLessThanOrEqualTo(most + 1);
        }
    }

    @Test
    void shouldFreeEachPictureWhenClosedInTheMiddle() throws Exception {
        // given
        Pictures pictures = new Pictures(1000, false);
        ReadAhead source = new ReadAhead(pictures, EPOCH_US, 0, Optional.empty());
        source.next();

        // when
        source.close();
        source.close();

        // then
        assertThat(pictures.closed).hasValue(pictures.taken.get());
        assertThat(pictures.sourceClosed).hasValue(1);
    }

    @Test
    void shouldLetAnInterruptedReaderGo() throws Exception {
        // given
        CountDownLatch never = new CountDownLatch(1);
        try (ReadAhead source = new ReadAhead(new Stuck(never), EPOCH_US, 0, Optional.empty())) {

            // when
            Thread.currentThread().interrupt();

            // then
            assertThatThrownBy(source::next).isInstanceOf(SourceException.class).hasMessageStartingWith("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Pictures that are encoded on two threads, of which every other takes long. */
    private static final class Pictures implements PictureSource {

        private final ExecutorService threads = Executors.newFixedThreadPool(2);
        private final AtomicInteger taken = new AtomicInteger();
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
        private final AtomicInteger sourceClosed = new AtomicInteger();
        private final int count;
        private final boolean faulty;

        private Pictures(int count, boolean faulty) {
            this.count = count;
            this.faulty = faulty;
        }

        @Override
        public SourceFormat format() {
            return new SourceFormat(4, 4, OptionalDouble.empty(), OptionalLong.empty(), 1);
        }

        @Override
        public Optional<SourcePicture> next() throws SourceException {
            if (taken.get() == count) {
                if (faulty) {
                    throw new SourceException("cut");
                }
                return Optional.empty();
            }
            return Optional.of(new Numbered(taken.getAndIncrement()));
        }

        @Override
        public void close() {
            threads.shutdownNow();
            sourceClosed.incrementAndGet();
        }

        private final class Numbered implements SourcePicture {

            private final int number;

            private Numbered(int number) {
                this.number = number;
            }

            @Override
            public long ptsUs() {
                return number;
            }

            @Override
            public long durationUs() {
                return 1;
            }

            @Override
            public EncodedPicture encode() {
                return new EncodedPicture(new PictureSize(4, 4), new byte[] {(byte) number}, Optional.empty());
            }

            @Override
            public Encoding begin() {
                begun.incrementAndGet();
                int spins = number % 2 == 0 ? 100_000 : 0;
                Future<EncodedPicture> encoded = threads.submit(() -> {
                    for (int i = 0; i < spins; i++) {
                        Thread.onSpinWait();
                    }
                    return encode();
                });
                return () -> {
                    try {
                        return encoded.get();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                };
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        }
    }

    /** Never has a picture, until it is interrupted. */
    private record Stuck(CountDownLatch never) implements PictureSource {

        @Override
        public SourceFormat format() {
            return new SourceFormat(4, 4, OptionalDouble.empty(), OptionalLong.empty(), 1);
        }

        @Override
        public Optional<SourcePicture> next() throws SourceException {
            try {
                never.await();
                return Optional.empty();
            } catch (InterruptedException e) {
                throw new SourceException("interrupted");
            }
        }

        @Override
        public void close() {
            never.countDown();
        }
    }
}
