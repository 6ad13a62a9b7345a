package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FrameBatcherTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMillis(1);

    @Test
    void shouldInferAFullBatchWithoutWaitingForTheDelay() throws InterruptedException {
        FakeInference inference = FakeInference.free();
        try (FrameBatcher batcher = start(inference, 3, LONG)) {
            // when
            List<PendingFrame> frames = List.of(submit(batcher, 0), submit(batcher, 1), submit(batcher, 2));

            // then
            assertThat(frames).allSatisfy(f -> assertThat(f.await().result()).isEqualTo(Frames.somebodyIn(f.frame())));
            assertThat(inference.batches()).containsExactly(List.of(0L, 1L, 2L));
            assertThat(batcher.batches()).isEqualTo(1);
            assertThat(batcher.batchedFrames()).isEqualTo(3);
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
            assertThat(batcher.batchedFrames()).isEqualTo(1600);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void shouldFailExactlyTheFramesOfAFailedBatch() {
        AtomicBoolean broken = new AtomicBoolean(true);
        FakeInference inference = FakeInference.seeing(request -> {
            if (broken.get()) {
                throw new OutOfMemoryError("no memory on the device");
            }
            return Frames.somebodyIn(request.frame());
        });
        try (FrameBatcher batcher = start(inference, 2, LONG)) {
            // given
            PendingFrame first = submit(batcher, 0);
            PendingFrame second = submit(batcher, 1);
            for (PendingFrame failed : List.of(first, second)) {
                assertThatThrownBy(failed::await)
                        .isInstanceOf(EngineFailure.class)
                        .hasMessageContaining("no memory on the device");
            }

            // when
            broken.set(false);
            PendingFrame third = submit(batcher, 2);
            submit(batcher, 3);

            // then
            assertThat(third.await().result()).isInstanceOf(Inferred.class);
        }
    }

    @Test
    void shouldTakeAWrongNumberOfResultsForAFailure() {
        try (FrameBatcher batcher = start(batch -> List.of(), 1, LONG)) {
            assertThatThrownBy(submit(batcher, 0)::await)
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining("0 results for 1 frames");
        }
    }

    @Test
    void shouldRefuseToLookAheadBeyondItsBytesButNotToServeWhoWaits() throws InterruptedException {
        FakeInference inference = FakeInference.gated();
        BatchPolicy policy = new BatchPolicy(1, Duration.ZERO, 3);
        try (FrameBatcher batcher = FrameBatcher.start(inference, policy, System::nanoTime)) {
            // given one in hand and one that waits
            batcher.submit(Frames.request(0));
            inference.awaitBatch();
            assertThat(batcher.offer(Frames.request(1))).isPresent();

            // then
            assertThat(batcher.offer(Frames.request(2))).isEmpty();
            PendingFrame urgent = batcher.submit(Frames.request(3));
            for (int i = 0; i < 3; i++) {
                inference.letOneThrough();
            }
            assertThat(urgent.await().result()).isInstanceOf(Inferred.class);
        }
    }

    @Test
    void shouldNotInferWhatWasCancelled() throws InterruptedException {
        FakeInference inference = FakeInference.gated();
        try (FrameBatcher batcher = start(inference, 1, Duration.ZERO)) {
            submit(batcher, 0);
            inference.awaitBatch();
            PendingFrame unwanted = submit(batcher, 1);
            PendingFrame wanted = submit(batcher, 2);

            batcher.cancel(unwanted);

            inference.letOneThrough();
            inference.letOneThrough();
            wanted.await();
            assertThat(inference.batches()).containsExactly(List.of(0L), List.of(2L));
            assertThatThrownBy(unwanted::await).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void shouldCancelWhatWaitsWhenClosed() throws InterruptedException {
        FakeInference inference = FakeInference.gated();
        FrameBatcher batcher = start(inference, 1, Duration.ZERO);
        PendingFrame inHand = submit(batcher, 0);
        inference.awaitBatch();
        PendingFrame waiting = submit(batcher, 1);
        inference.letOneThrough();

        boolean ended = batcher.close(LONG);

        assertThat(ended).isTrue();
        assertThat(inHand.await().result()).isInstanceOf(Inferred.class);
        assertThat(waiting.result().isDone()).isTrue();
        assertThatThrownBy(submit(batcher, 2)::await).isInstanceOf(CancellationException.class);
        assertThat(batcher.offer(Frames.request(3))).isEmpty();
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
        assertThat(batcher.close(LONG)).isTrue();
    }

    private static FrameBatcher start(BatchInference inference, int maxBatch, Duration maxDelay) {
        LongSupplier clock = System::nanoTime;
        return FrameBatcher.start(inference, new BatchPolicy(maxBatch, maxDelay, 1 << 20), clock);
    }

    private static PendingFrame submit(FrameBatcher batcher, long sequence) {
        return batcher.submit(Frames.request(sequence));
    }
}
