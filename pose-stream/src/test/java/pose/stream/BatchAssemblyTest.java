package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BatchAssemblyTest {

    private static final Duration DELAY = Duration.ofMillis(20);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong micros = new AtomicLong();
    private final Feeders feeders = new Feeders(2);
    private final BatchAssembly assembly = new BatchAssembly(
            FakeInference.free(),
            new BatchPolicy(2, DELAY, 1 << 20, Optional.of(Duration.ofMillis(5))),
            feeders::allWait,
            new BatcherClock(nanos::get, micros::get));

    @Test
    void shouldNeverBeDueWhileNothingIsOpen() {
        assertThat(assembly.nanosUntilDue()).isEqualTo(BatchAssembly.NEVER);
        assertThatThrownBy(assembly::take).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldOpenTheNextBatchWithWhatQueuesBehindAFullOne() {
        // given
        for (int i = 0; i < 5; i++) {
            add(i);
        }

        // when
        List<PendingFrame> first = assembly.take().frames();
        List<PendingFrame> second = assembly.take().frames();

        // then
        assertThat(sequences(first)).containsExactly(0L, 1L);
        assertThat(sequences(second)).containsExactly(2L, 3L);
        assertThat(sequences(assembly.inHand())).containsExactly(0L, 1L, 2L, 3L);
        assertThat(assembly.waiting()).isEqualTo(5);
        assertThat(assembly.nanosUntilDue()).isEqualTo(DELAY.toNanos());
    }

    @Test
    void shouldForgetABatchThatIsDone() {
        add(0);
        add(1);
        OpenBatch batch = assembly.take();

        assembly.done(batch);

        assertThat(assembly.inHand()).isEmpty();
        assertThat(assembly.waiting()).isZero();
        assertThat(assembly.oldestWaiting()).isEmpty();
    }

    @Test
    void shouldBeDueWithoutADelayOnceEveryFeederWaits() {
        // given
        PendingFrame first = add(0);
        feeders.await(first);
        assertThat(assembly.nanosUntilDue()).isPositive();

        // when the other feeder waits too, for a frame in hand
        PendingFrame other = new PendingFrame(Frames.request(9), 0);
        feeders.await(other);

        // then
        assertThat(assembly.nanosUntilDue()).isZero();
        // and no more once that one has its result, for then its feeder may come with another frame
        other.result().cancel(false);
        assertThat(assembly.nanosUntilDue()).isPositive();
    }

    @Test
    void shouldAnswerALiveFrameThatIsTooOldWithoutABatch() {
        // given a frame captured at 1 ms, and one captured at 2 ms
        micros.set(6_500);
        PendingFrame old = add(new FrameRequest(Frames.live(1)));
        PendingFrame young = add(new FrameRequest(Frames.live(2)));

        // then
        assertThat(old.await().result()).isEqualTo(new TooOld(Duration.ofNanos(5_500_000)));
        assertThat(young.result()).isNotDone();
        assertThat(assembly.waiting()).isEqualTo(1);
    }

    @Test
    void shouldFailAFrameForWhichNoBatchCanBeBegun() {
        BatchAssembly without = new BatchAssembly(
                room -> {
                    throw new OutOfMemoryError("direct buffer memory");
                },
                new BatchPolicy(2, DELAY, 1 << 20),
                () -> false,
                new BatcherClock(nanos::get, micros::get));
        PendingFrame frame = new PendingFrame(Frames.request(0), 0);

        without.add(frame);

        assertThatThrownBy(frame::await)
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("a batch cannot be begun")
                .hasMessageContaining("direct buffer memory");
    }

    @Test
    void shouldFillABatchWithPeopleNotWithFrames() {
        BatchAssembly crowded = new BatchAssembly(
                FakeInference.free(),
                new BatchPolicy(5, DELAY, 1 << 20),
                () -> false,
                new BatcherClock(nanos::get, micros::get));

        // when
        for (int people : List.of(2, 0, 3, 4, 2, 9, 1)) {
            crowded.add(new PendingFrame(Frames.withPeople(people, people), 0));
        }

        // then a batch is full once its people are, or once those of the next frame do not fit in
        assertThat(crowded.nanosUntilDue()).isZero();
        assertThat(sequences(crowded.take().frames())).containsExactly(2L, 0L, 3L);
        assertThat(crowded.nanosUntilDue()).isZero();
        assertThat(sequences(crowded.take().frames())).containsExactly(4L);
        assertThat(sequences(crowded.take().frames())).containsExactly(2L);
        // and a frame is never split
        assertThat(sequences(crowded.take().frames())).containsExactly(9L);
        assertThat(crowded.nanosUntilDue()).isEqualTo(DELAY.toNanos());
        assertThat(sequences(crowded.take().frames())).containsExactly(1L);
    }

    @Test
    void shouldNotGatherEmptyFramesWithoutEnd() {
        for (int i = 0; i < 3; i++) {
            add(Frames.withPeople(i, 0));
        }

        assertThat(assembly.nanosUntilDue()).isZero();
        assertThat(sequences(assembly.take().frames())).containsExactly(0L, 1L);
    }

    private PendingFrame add(long sequence) {
        return add(Frames.request(sequence));
    }

    private PendingFrame add(FrameRequest request) {
        PendingFrame frame = new PendingFrame(request, nanos.get());
        assembly.add(frame);
        return frame;
    }

    private static List<Long> sequences(List<PendingFrame> frames) {
        return frames.stream().map(frame -> frame.frame().getSequence()).toList();
    }
}
