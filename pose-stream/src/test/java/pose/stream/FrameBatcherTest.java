package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class FrameBatcherTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** The longest delay there may be; where the clock stands still, it is never over. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final BatcherClock STANDING = new BatcherClock(() -> 0, () -> 0);
    private static final Duration SOON = Duration.ofMillis(1);

    @Test
    void shouldInferAFullBatchWithoutWaitingForTheDelay() throws InterruptedException {
        FakeInference inference = FakeInference.free();
        BatchPolicy policy = new BatchPolicy(3, LONG, 1 << 20);
        try (FrameBatcher batcher = FrameBatcher.start(inference, policy, 1000, StreamListener.NONE, STANDING)) {
            // when
            List<PendingFrame> frames = List.of(submit(batcher, 0), submit(batcher, 1), submit(batcher, 2));

            // then
            assertThat(frames).allSatisfy(f -> assertThat(f.await().result()).isEqualTo(Frames.somebodyIn(f.frame())));
            assertThat(inference.batches()).containsExactly(List.of(0L, 1L, 2L));
        }
    }

    @Test
    void shouldInferALoneFrameAfterTheDelay() {
        FakeInference inference = FakeInference.free();
        try (FrameBatcher batcher = start(inference, 100, SOON)) {
            TimedResult result = submit(batcher, 7).await();

            assertThat(result.result()).isInstanceOf(Inferred.class);
            assertThat(result.timings().getQueuedUs()).isGreaterThanOrEqualTo(1000);
        }
    }

    @Test
    void shouldGatherWhatArrivesWhileABatchIsInHand() throws InterruptedException {
        FakeInference inference = FakeInference.gated();
        try (FrameBatcher batcher = start(inference, 4, Duration.ZERO)) {
            // given
            submit(batcher, 0);
            inference.awaitBatch();

            // when
            for (int i = 1; i < 6; i++) {
                submit(batcher, i);
            }
            PendingFrame last = submit(batcher, 6);
            for (int i = 0; i < 3; i++) {
                inference.letOneThrough();
            }

            // then
            last.await();
            assertThat(inference.batches()).containsExactly(List.of(0L), List.of(1L, 2L, 3L, 4L), List.of(5L, 6L));
        }
    }

    @Test
    void shouldServeManyThreadsEachItsOwnFrames() throws Exception {
        FakeInference inference = FakeInference.free();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (FrameBatcher batcher = start(inference, 8, SOON)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            CountDownLatch together = new CountDownLatch(1);
            for (int t = 0; t < 8; t++) {
                long base = 1000L * t;
                answers.add(threads.submit(() -> {
                    together.await();
                    for (long i = base; i < base + 200; i++) {
                        PendingFrame frame = submit(batcher, i);
                        if (!frame.await().result().equals(Frames.somebodyIn(frame.frame()))) {
                            return false;
                        }
                    }
                    return true;
                }));
            }
            together.countDown();

            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
            assertThat(inference.batches().stream().mapToInt(List::size).sum()).isEqualTo(1600);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void shouldRefuseToLookAheadBeyondItsBytesButNotToServeWhoWaits() throws InterruptedException {
        FakeInference inference = FakeInference.gated();
        BatchPolicy policy = new BatchPolicy(1, Duration.ZERO, 3);
        try (FrameBatcher batcher = Frames.batcher(inference, policy)) {
            // given one in hand, one in the next batch and one that waits
            batcher.submit(Frames.request(0));
            inference.awaitBatch();
            assertThat(batcher.offer(Frames.request(1))).isPresent();
            assertThat(batcher.offer(Frames.request(2))).isPresent();

            // then
            assertThat(batcher.offer(Frames.request(3))).isEmpty();
            PendingFrame urgent = batcher.submit(Frames.request(4));
            for (int i = 0; i < 4; i++) {
                inference.letOneThrough();
            }
            assertThat(urgent.await().result()).isInstanceOf(Inferred.class);
        }
    }

    @Test
    void shouldNotInferWhatWasCancelled() throws InterruptedException {
        FakeInference inference = FakeInference.gated();
        try (FrameBatcher batcher = start(inference, 1, Duration.ZERO)) {
            // given one in hand, one in the next batch and two that wait
            submit(batcher, 0);
            inference.awaitBatch();
            submit(batcher, 1);
            PendingFrame unwanted = submit(batcher, 2);
            PendingFrame wanted = submit(batcher, 3);

            // when
            batcher.cancel(unwanted);

            // then
            for (int i = 0; i < 3; i++) {
                inference.letOneThrough();
            }
            wanted.await();
            assertThat(inference.batches()).containsExactly(List.of(0L), List.of(1L), List.of(3L));
            assertThatThrownBy(unwanted::await).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void shouldCancelWhatWaitsWhenClosed() throws Exception {
        FakeInference inference = FakeInference.gated();
        FrameBatcher batcher = start(inference, 1, Duration.ZERO);
        // given one in hand, one in the next batch and one that waits
        PendingFrame inHand = submit(batcher, 0);
        inference.awaitBatch();
        List<PendingFrame> waiting = List.of(submit(batcher, 1), submit(batcher, 2));

        // when
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> batcher.close(PATIENCE));

        // then
        for (PendingFrame frame : waiting) {
            assertThatThrownBy(frame::await).isInstanceOf(CancellationException.class);
        }
        inference.letOneThrough();
        assertThat(ended.get()).isTrue();
        assertThat(inHand.await().result()).isInstanceOf(Inferred.class);
        assertThatThrownBy(submit(batcher, 3)::await).isInstanceOf(CancellationException.class);
        assertThat(batcher.offer(Frames.request(4))).isEmpty();
    }

    @Test
    void shouldFreeWhoWaitsForAHungEngineWhenClosed() throws InterruptedException {
        FakeInference inference = FakeInference.gated();
        FrameBatcher batcher = start(inference, 1, Duration.ZERO);
        PendingFrame inHand = submit(batcher, 0);
        inference.awaitBatch();

        boolean ended = batcher.close(SOON);

        assertThat(ended).isFalse();
        assertThatThrownBy(inHand::await)
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("did not end within 1 ms");
        inference.letOneThrough();
        assertThat(batcher.close(PATIENCE)).isTrue();
    }

    @Test
    void shouldTakeTurnsBetweenCamerasWhenOneHasABacklog() throws InterruptedException {
        FakeInference inference = FakeInference.gated();
        try (FrameBatcher batcher = start(inference, 2, Duration.ZERO)) {
            // given a batch in hand, the next one full, and a backlog of one camera before a frame of another
            submit(batcher, 0);
            inference.awaitBatch();
            for (int i = 1; i < 7; i++) {
                submit(batcher, i);
            }
            PendingFrame other = batcher.submit(Frames.of("gate", 100));

            // when
            for (int i = 0; i < 5; i++) {
                inference.letOneThrough();
            }
            other.await();

            // then
            assertThat(inference.batches().get(2)).containsExactly(3L, 100L);
        }
    }

    @Test
    void shouldKeepEveryDeviceAtABatchOfItsOwn() throws InterruptedException {
        FakeInference inference = FakeInference.gated().on(2);
        try (FrameBatcher batcher = start(inference, 1, Duration.ZERO)) {
            // when
            PendingFrame first = submit(batcher, 0);
            PendingFrame second = submit(batcher, 1);

            // then both are in hand before either is let through
            inference.awaitBatch();
            inference.awaitBatch();
            inference.letOneThrough();
            inference.letOneThrough();
            assertThat(first.await().result()).isInstanceOf(Inferred.class);
            assertThat(second.await().result()).isInstanceOf(Inferred.class);
        }
    }

    @Test
    void shouldSayHowLongTheOldestFrameHasWaited() throws InterruptedException {
        FakeInference inference = FakeInference.gated();
        AtomicLong now = new AtomicLong();
        BatchPolicy policy = new BatchPolicy(1, Duration.ZERO, 1 << 20);
        try (FrameBatcher batcher =
                FrameBatcher.start(inference, policy, 1000, StreamListener.NONE, new BatcherClock(now::get, () -> 0))) {
            assertThat(batcher.oldestWaiting()).isEmpty();
            // given one in hand, submitted at 0, and younger ones
            PendingFrame first = submit(batcher, 0);
            inference.awaitBatch();
            now.set(5_000);
            submit(batcher, 1);
            submit(batcher, 2);

            // when
            now.set(7_000);

            // then
            assertThat(batcher.oldestWaiting()).contains(Duration.ofNanos(7_000));
            inference.letOneThrough();
            first.await();
            inference.awaitBatch();
            assertThat(batcher.oldestWaiting()).contains(Duration.ofNanos(2_000));
            inference.letOneThrough();
            inference.letOneThrough();
        }
    }

    @Test
    void shouldNotDelayABatchThatNobodyIsLeftToFill() throws Exception {
        FakeInference inference = FakeInference.free();
        BatchPolicy policy = new BatchPolicy(100, LONG, 1 << 20);
        try (FrameBatcher batcher = FrameBatcher.start(inference, policy, 2, StreamListener.NONE, STANDING)) {
            // given one of two threads that waits
            PendingFrame first = submit(batcher, 0);
            CompletableFuture<TimedResult> waiting = CompletableFuture.supplyAsync(() -> batcher.await(first));
            PendingFrame second = submit(batcher, 1);
            assertThat(inference.batches()).isEmpty();

            // when the other waits too
            TimedResult result = batcher.await(second);

            // then
            assertThat(result.result()).isInstanceOf(Inferred.class);
            assertThat(waiting.get().result()).isInstanceOf(Inferred.class);
            assertThat(inference.batches()).containsExactly(List.of(0L, 1L));
        }
    }

    @Test
    void shouldFailEverythingOnceTheEngineIsDead() {
        FakeInference inference = FakeInference.seeing(request -> {
            throw new IllegalStateException("the device is gone");
        });
        inference.die(new IllegalStateException("no device"));
        try (FrameBatcher batcher = start(inference, 1, Duration.ZERO)) {
            // given
            assertThatThrownBy(submit(batcher, 0)::await).isInstanceOf(EngineFailure.class);

            // when
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(submit(batcher, 1).result()).isCompletedExceptionally());

            // then
            assertThatThrownBy(submit(batcher, 2)::await)
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("no device");
        }
    }

    private static FrameBatcher start(BatchInference inference, int maxBatch, Duration maxDelay) {
        return Frames.batcher(inference, new BatchPolicy(maxBatch, maxDelay, 1 << 20));
    }

    private static PendingFrame submit(FrameBatcher batcher, long sequence) {
        return batcher.submit(Frames.request(sequence));
    }
}
