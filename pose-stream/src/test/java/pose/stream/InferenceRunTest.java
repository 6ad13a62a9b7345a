package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of a batch on which the engine fails. */
class InferenceRunTest {

    private final List<Integer> retried = new ArrayList<>();
    private final List<BatchTimes> inferred = new ArrayList<>();
    private final AtomicInteger probes = new AtomicInteger();

    @Test
    void shouldTryAgainByHalvesUntilTheyFit() {
        // given an engine with memory for two frames
        List<Integer> sizes = new ArrayList<>();
        List<PendingFrame> frames = run(8, batch -> {
            sizes.add(batch.size());
            if (batch.size() > 2) {
                throw new OutOfMemoryError("no memory on the device");
            }
            return seen(batch);
        });

        // then
        assertThat(frames).allSatisfy(f -> assertThat(f.await().result()).isEqualTo(Frames.somebodyIn(f.frame())));
        assertThat(sizes).containsExactly(8, 4, 2, 2, 4, 2, 2);
        assertThat(retried).containsExactly(8, 4, 4);
        assertThat(inferred).extracting(BatchTimes::frames).containsExactly(2, 2, 2, 2);
        assertThat(probes).hasValue(0);
    }

    @Test
    void shouldBlameTheOneFrameThatBreaksAnEngineWhichStillAnswers() {
        // given
        List<PendingFrame> frames = run(5, batch -> {
            if (batch.stream().anyMatch(request -> request.frame().getSequence() == 3)) {
                throw new IllegalStateException("native error 77");
            }
            return seen(batch);
        });

        // then
        assertThat(frames.get(3).await().result())
                .isInstanceOfSatisfying(
                        Poison.class,
                        poison -> assertThat(poison.reason())
                                .contains("still answers")
                                .contains("native error 77"));
        for (int i : List.of(0, 1, 2, 4)) {
            assertThat(frames.get(i).await().result()).isInstanceOf(Inferred.class);
        }
        assertThat(probes).hasValue(2);
    }

    @Test
    void shouldNotBlameAFrameThatSucceedsTheSecondTime() {
        AtomicInteger failures = new AtomicInteger(1);

        List<PendingFrame> frames = run(1, batch -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("a hiccup");
            }
            return seen(batch);
        });

        assertThat(frames.get(0).await().result()).isInstanceOf(Inferred.class);
    }

    @Test
    void shouldBlameNoFrameWhenTheEngineIsDead() {
        AtomicInteger attempts = new AtomicInteger();
        List<PendingFrame> frames = pending(16);

        assertThatThrownBy(() -> run(
                        frames,
                        inference(
                                batch -> {
                                    attempts.incrementAndGet();
                                    throw new IllegalStateException("the device is gone");
                                },
                                () -> {
                                    throw new IllegalStateException("no device");
                                })))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("does not answer any more")
                .hasMessageContaining("no device");

        assertThat(frames)
                .allSatisfy(frame -> assertThatThrownBy(frame::await)
                        .isInstanceOf(EngineFailure.class)
                        .hasMessageContaining("no device"));
        // 16, 8, 4, 2, 1: the first frame alone shows it
        assertThat(attempts).hasValue(5);
    }

    @Test
    void shouldTakeAWrongNumberOfResultsForAFailure() {
        List<PendingFrame> frames = run(1, batch -> List.of());

        assertThat(frames.get(0).await().result())
                .isInstanceOfSatisfying(
                        Poison.class, poison -> assertThat(poison.reason()).contains("0 results for 1 frames"));
    }

    @Test
    void shouldGiveEveryBatchBackAlsoWhenItFails() {
        AtomicInteger open = new AtomicInteger();
        BatchInference counted = room -> {
            open.incrementAndGet();
            FrameBatch batch = BatchInference.of(frames -> {
                        if (frames.size() > 1) {
                            throw new OutOfMemoryError("no memory on the device");
                        }
                        return seen(frames);
                    })
                    .open(room);
            return new FrameBatch() {
                @Override
                public void add(FrameRequest frame) {
                    batch.add(frame);
                }

                @Override
                public List<FrameResult> infer() {
                    return batch.infer();
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        };

        run(pending(4), counted);

        assertThat(open).hasValue(0);
    }

    private List<PendingFrame> run(int frames, Function<List<FrameRequest>, List<FrameResult>> look) {
        List<PendingFrame> pending = pending(frames);
        run(pending, inference(look, probes::incrementAndGet));
        return pending;
    }

    private void run(List<PendingFrame> pending, BatchInference inference) {
        OpenBatch open = new OpenBatch(new BatchPolicy(pending.size(), Duration.ZERO, 1), inference.pin());
        pending.forEach(open::add);
        new InferenceRun(new Noting(), System::nanoTime, Delivery.ANSWERS).run(open);
    }

    private static List<PendingFrame> pending(int frames) {
        return IntStream.range(0, frames)
                .mapToObj(i -> new PendingFrame(Frames.request(i), System.nanoTime()))
                .toList();
    }

    private static List<FrameResult> seen(List<FrameRequest> batch) {
        return batch.stream()
                .<FrameResult>map(request -> Frames.somebodyIn(request.frame()))
                .toList();
    }

    private static BatchInference inference(Function<List<FrameRequest>, List<FrameResult>> look, Runnable probe) {
        BatchInference looking = BatchInference.of(look);
        return new BatchInference() {
            @Override
            public FrameBatch open(int room) {
                return looking.open(room);
            }

            @Override
            public void probe() {
                probe.run();
            }
        };
    }

    private final class Noting implements StreamListener {

        @Override
        public void retried(int frames, Throwable cause) {
            retried.add(frames);
        }

        @Override
        public void inferred(BatchTimes batch) {
            inferred.add(batch);
        }
    }
}
