package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pose.cpm.Sighting;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;

@Timeout(180)
class StagedBatcherTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** The longest delay there may be; where the clock stands still, it is never over. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final BatcherClock STANDING = new BatcherClock(() -> 0, () -> 0);
    private static final int MANY = 64;

    private final List<FrameRequest> looked = Collections.synchronizedList(new ArrayList<>());
    private final List<BatchTimes> located = Collections.synchronizedList(new ArrayList<>());
    private final List<BatchTimes> inferred = Collections.synchronizedList(new ArrayList<>());
    private final StreamListener listener = new StreamListener() {
        @Override
        public void located(BatchTimes batch) {
            located.add(batch);
        }

        @Override
        public void inferred(BatchTimes batch) {
            inferred.add(batch);
        }
    };

    @Test
    void shouldLookAtEveryoneWhoWasLocated() {
        // given frames with as many people as their sequence says
        FakeInference finding = FakeInference.seeing(
                request -> Frames.people((int) request.frame().getSequence()));
        try (StagedBatcher batcher = start(finding, looking(), config(8, Duration.ZERO, 1))) {
            // when
            List<PendingFrame> frames = submit(batcher, 0, 1, 2, 3);

            // then also the one with nobody in it has its answer
            for (PendingFrame frame : frames) {
                int people = (int) frame.frame().getSequence();
                assertThat(frame.await().result()).isInstanceOfSatisfying(Inferred.class, seen -> {
                    assertThat(seen.people()).hasSize(people);
                    assertThat(seen.located()).contains(Frames.people(people));
                });
            }
            assertThat(looked).hasSize(4);
            assertThat(located.stream().mapToInt(BatchTimes::frames).sum()).isEqualTo(4);
            assertThat(located.stream().mapToInt(BatchTimes::people).sum()).isEqualTo(6);
            assertThat(inferred.stream().mapToInt(BatchTimes::people).sum()).isEqualTo(6);
        }
    }

    @Test
    void shouldLookAtThoseFoundWithTheHighestScoresOnly() {
        // given
        List<Sighting> sightings = List.of(sighting(1, 0.2), sighting(2, 0.9), sighting(3, 0.1), sighting(4, 0.9));
        FakeInference finding = FakeInference.seeing(request -> new Located(sightings, Frames.LOCATOR));
        StreamConfig config =
                config(8, Duration.ZERO, 1).withPeople(PeopleSettings.defaults().withMaxPeople(2));
        try (StagedBatcher batcher = start(finding, looking(), config)) {
            // when
            TimedResult timed = submit(batcher, 0).get(0).await();

            // then in the order in which they were found
            assertThat(timed.result())
                    .isInstanceOfSatisfying(
                            Inferred.class,
                            seen -> assertThat(seen.located())
                                    .contains(
                                            new Located(List.of(sightings.get(1), sightings.get(3)), Frames.LOCATOR)));
        }
    }

    @Test
    void shouldSayWhereTheTimeWent() throws InterruptedException {
        AtomicLong nanos = new AtomicLong();
        FakeInference finding = FakeInference.gatedLocating(1);
        FakeInference inference = FakeInference.gated();
        try (StagedBatcher batcher = StagedBatcher.start(
                finding,
                inference,
                config(1, Duration.ZERO, 1),
                StreamListener.NONE,
                new BatcherClock(nanos::get, () -> 0))) {
            // when
            PendingFrame frame = submit(batcher, 0).get(0);
            finding.awaitBatch();
            nanos.set(3_000_000);
            finding.letOneThrough();
            inference.awaitBatch();
            nanos.set(10_000_000);
            inference.letOneThrough();

            // then
            TimedResult timed = frame.await();
            assertThat(timed.timings().getLocatedUs()).isEqualTo(3_000);
            assertThat(timed.timings().getQueuedUs()).isZero();
            assertThat(timed.timings().getInferredUs()).isEqualTo(7_000);
        }
    }

    @Test
    void shouldLocateTheNextFramesWhileItLooksAtOthers() throws InterruptedException {
        FakeInference finding = FakeInference.locating(1);
        FakeInference inference = FakeInference.gated();
        try (StagedBatcher batcher = start(finding, inference, config(1, Duration.ZERO, 1))) {
            // given one that is looked at
            submit(batcher, 0);
            inference.awaitBatch();

            // when
            submit(batcher, 1, 2, 3, 4, 5);

            // then people are located in the batch after and in one more, and no further ahead
            soon().untilAsserted(
                            () -> assertThat(finding.batches()).containsExactly(List.of(0L), List.of(1L), List.of(2L)));
            soon().until(() -> batcher.waiting() == 6);
            for (int i = 0; i < 6; i++) {
                inference.letOneThrough();
            }
            soon().untilAsserted(() -> assertThat(inference.batches()).hasSize(6));
        }
    }

    @Test
    void shouldNotDelayALoneFrameInEitherStageOnceEveryFeederWaits() {
        FakeInference finding = FakeInference.locating(1);
        try (StagedBatcher batcher =
                StagedBatcher.start(finding, looking(), config(MANY, LONG, 1), listener, STANDING)) {
            // when the only thread waits for its only frame
            TimedResult timed = batcher.await(submit(batcher, 0).get(0));

            // then nobody waited for the delay
            assertThat(timed.result()).isInstanceOf(Inferred.class);
        }
    }

    @Test
    void shouldWaitForFramesThatAreBeingLocatedBeforeItLooks() throws Exception {
        FakeInference finding = FakeInference.gatedLocating(1);
        FakeInference inference = FakeInference.free();
        try (StagedBatcher batcher = StagedBatcher.start(finding, inference, config(2, LONG, 1), listener, STANDING)) {
            // given a batch in which people have been located, and one in which they are being
            List<PendingFrame> frames = submit(batcher, 0, 1, 2);
            finding.awaitBatch();
            CompletableFuture<TimedResult> last = CompletableFuture.supplyAsync(() -> batcher.await(frames.get(2)));
            finding.letOneThrough();
            finding.awaitBatch();

            // when
            finding.letOneThrough();

            // then the lone last one is looked at without a delay
            assertThat(last.get().result()).isInstanceOf(Inferred.class);
            assertThat(inference.batches()).containsExactly(List.of(0L, 1L), List.of(2L));
        }
    }

    @Test
    void shouldCountTheDelayFromTheBeginningInTheSecondStageToo() {
        AtomicLong nanos = new AtomicLong();
        // given two threads, of which one never waits
        StreamConfig config = config(MANY, Duration.ofMillis(20), 1).withThreads(2);
        try (StagedBatcher batcher = StagedBatcher.start(
                FakeInference.locating(1), looking(), config, listener, new BatcherClock(nanos::get, () -> 0))) {
            // when the delay is over once, and the time stands still from then on
            PendingFrame lone = submit(batcher, 0).get(0);
            nanos.set(20_000_000);

            // then
            assertThat(batcher.await(lone).result()).isInstanceOf(Inferred.class);
        }
    }

    @Test
    void shouldAnswerABrokenPictureWithoutLookingFurther() {
        FakeInference finding = FakeInference.seeing(request -> new Poison("broken JPEG"));
        try (StagedBatcher batcher = start(finding, looking(), config(1, Duration.ZERO, 1))) {
            assertThat(submit(batcher, 0).get(0).await().result()).isEqualTo(new Poison("broken JPEG"));
            assertThat(looked).isEmpty();
        }
    }

    @Test
    void shouldFailEverythingOnceTheLocatorsEngineIsDead() {
        FakeInference finding = FakeInference.seeing(request -> {
            throw new IllegalStateException("native error 77");
        });
        finding.die(new IllegalStateException("the device is gone"));
        try (StagedBatcher batcher = start(finding, looking(), config(1, Duration.ZERO, 3))) {
            for (PendingFrame frame : submit(batcher, 0, 1, 2, 3, 4)) {
                assertThatThrownBy(frame::await)
                        .isInstanceOf(EngineFailure.class)
                        .hasMessageContaining("the device is gone");
            }
            soon().until(() -> batcher.waiting() == 0);
        }
    }

    @Test
    void shouldFailEverythingOnceTheSecondEngineIsDead() {
        FakeInference inference = FakeInference.seeing(request -> {
            throw new IllegalStateException("native error 77");
        });
        inference.die(new IllegalStateException("no device"));
        try (StagedBatcher batcher = start(FakeInference.locating(1), inference, config(1, Duration.ZERO, 1))) {
            for (PendingFrame frame : submit(batcher, 0, 1, 2)) {
                assertThatThrownBy(frame::await)
                        .isInstanceOf(EngineFailure.class)
                        .hasMessageContaining("no device");
            }
        }
    }

    @Test
    void shouldAnswerALiveFrameThatIsTooOldInEitherStage() throws InterruptedException {
        // given a clock that goes on while people are located
        AtomicLong micros = new AtomicLong();
        FakeInference finding = FakeInference.seeing(request -> {
            micros.set(10_000);
            return Frames.people(1);
        });
        BatchPolicy policy = new BatchPolicy(1, Duration.ZERO, 1 << 20, Optional.of(Duration.ofMillis(5)));
        try (StagedBatcher batcher = StagedBatcher.start(
                finding,
                looking(),
                config(1, Duration.ZERO, 1).withBatching(policy),
                listener,
                new BatcherClock(System::nanoTime, micros::get))) {
            // when
            PendingFrame first = batcher.submit(new FrameRequest(Frames.live(1)));
            TimedResult afterLocating = first.await();
            TimedResult before =
                    batcher.submit(new FrameRequest(Frames.live(2))).await();

            // then
            assertThat(afterLocating.result()).isEqualTo(new TooOld(Duration.ofMillis(9)));
            assertThat(before.result()).isEqualTo(new TooOld(Duration.ofMillis(8)));
            assertThat(finding.batches()).containsExactly(List.of(1L));
            assertThat(looked).isEmpty();
        }
    }

    @Test
    void shouldFollowPeopleBetweenFramesInWhichTheyAreLocated() {
        // given somebody who walks two pixels a frame (a frame is a millisecond)
        FakeInference finding = FakeInference.seeing(request ->
                new Located(List.of(sighting(2.0 * request.frame().getSequence(), 0.5)), Frames.LOCATOR));
        try (StagedBatcher batcher = start(finding, looking(), config(1, Duration.ZERO, 4))) {
            // when
            List<PendingFrame> frames = submit(batcher, 0, 1, 2, 3, 4, 5, 6, 7, 8);
            frames.forEach(PendingFrame::await);

            // then
            assertThat(finding.batches()).containsExactly(List.of(0L), List.of(4L), List.of(8L));
            assertThat(frames)
                    .extracting(StagedBatcherTest::x)
                    .containsExactly(0.0, 0.0, 0.0, 0.0, 8.0, 10.0, 12.0, 14.0, 16.0);
        }
    }

    @Test
    void shouldLocateInTheNextFrameWhereTheOneThatOthersWaitForIsBroken() {
        FakeInference finding = FakeInference.seeing(
                request -> request.frame().getSequence() == 0 ? new Poison("broken JPEG") : Frames.people(1));
        try (StagedBatcher batcher = start(finding, looking(), config(1, Duration.ZERO, 4))) {
            List<PendingFrame> frames = submit(batcher, 0, 1, 2);

            assertThat(frames.get(0).await().result()).isInstanceOf(Poison.class);
            assertThat(frames.get(1).await().result()).isInstanceOf(Inferred.class);
            assertThat(frames.get(2).await().result()).isInstanceOf(Inferred.class);
            assertThat(finding.batches()).containsExactly(List.of(0L), List.of(1L));
        }
    }

    @Test
    void shouldLetOthersGoOnWhereNobodyWaitsForTheOneTheyFollow() throws InterruptedException {
        FakeInference finding = FakeInference.gatedLocating(1);
        try (StagedBatcher batcher = start(finding, looking(), config(1, Duration.ZERO, 4))) {
            // given
            List<PendingFrame> frames = submit(batcher, 0, 1, 2);
            finding.awaitBatch();
            assertThat(batcher.waiting()).isEqualTo(3);

            // when
            batcher.cancel(frames.get(0));
            finding.letOneThrough();
            finding.letOneThrough();

            // then
            assertThat(frames.get(2).await().result()).isInstanceOf(Inferred.class);
            assertThatThrownBy(frames.get(0)::await).isInstanceOf(CancellationException.class);
            assertThat(finding.batches()).containsExactly(List.of(0L), List.of(1L));
        }
    }

    @Test
    void shouldCountWhatWaitsInBothAgainstItsBytes() throws InterruptedException {
        FakeInference finding = FakeInference.locating(1);
        FakeInference inference = FakeInference.gated();
        StreamConfig config = config(1, Duration.ZERO, 1).withBatching(new BatchPolicy(1, Duration.ZERO, 6));
        try (StagedBatcher batcher = start(finding, inference, config)) {
            // given one that is looked at, one in the next batch, and one that waits behind it: three bytes
            submit(batcher, 0, 1, 2);
            soon().untilAsserted(() -> assertThat(finding.batches()).hasSize(3));
            assertThat(batcher.offer(Frames.request(3))).isPresent();
            soon().until(() -> batcher.waiting() == 4);

            // then one in the batch that people are located in next, which is held up
            assertThat(batcher.offer(Frames.request(4))).isPresent();
            assertThat(batcher.offer(Frames.request(5))).isEmpty();
            PendingFrame urgent = batcher.submit(Frames.request(6));
            for (int i = 0; i < 6; i++) {
                inference.letOneThrough();
            }
            assertThat(urgent.await().result()).isInstanceOf(Inferred.class);
        }
    }

    @Test
    void shouldCancelWhatWaitsInEitherStageWhenClosed() throws Exception {
        FakeInference finding = FakeInference.gatedLocating(1);
        FakeInference inference = FakeInference.gated();
        StagedBatcher batcher = start(finding, inference, config(1, Duration.ZERO, 2));
        // given one that is looked at, one that is being located with one that follows it, and two that wait
        PendingFrame inHand = submit(batcher, 0).get(0);
        finding.letOneThrough();
        inference.awaitBatch();
        List<PendingFrame> waiting = submit(batcher, 2, 3, 4, 5);
        finding.awaitBatch();

        // when
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> batcher.close(PATIENCE));
        soon().until(() -> waiting.get(3).result().isDone());
        finding.letOneThrough();
        finding.letOneThrough();
        inference.letOneThrough();

        // then
        assertThat(ended.get()).isTrue();
        assertThat(inHand.await().result()).isInstanceOf(Inferred.class);
        assertThat(waiting).allSatisfy(frame -> assertThat(frame.result()).isDone());
        assertThat(waiting.get(2).result()).isCancelled();
        assertThat(submit(batcher, 9).get(0).result()).isCancelled();
        assertThat(batcher.offer(Frames.request(10))).isEmpty();
    }

    @Test
    void shouldSayHowLongTheOldestFrameHasWaitedOverBothStages() throws InterruptedException {
        AtomicLong nanos = new AtomicLong();
        FakeInference inference = FakeInference.gated();
        try (StagedBatcher batcher = StagedBatcher.start(
                FakeInference.locating(1),
                inference,
                config(1, Duration.ZERO, 1),
                listener,
                new BatcherClock(nanos::get, () -> 0))) {
            assertThat(batcher.oldestWaiting()).isEmpty();
            submit(batcher, 0);
            inference.awaitBatch();

            nanos.set(7_000);

            assertThat(batcher.oldestWaiting()).contains(Duration.ofNanos(7_000));
            inference.letOneThrough();
        }
    }

    private StagedBatcher start(PersonFinding finding, BatchInference inference, StreamConfig config) {
        return StagedBatcher.start(finding, inference, config, listener, new BatcherClock(System::nanoTime, () -> 0));
    }

    private static StreamConfig config(int maxBatch, Duration maxDelay, int locateEvery) {
        return StreamConfig.of("nowhere:1")
                .withBatches(maxBatch, maxDelay)
                .withPeople(PeopleSettings.defaults().withLocateEvery(locateEvery));
    }

    /** Sees somebody wherever it is told to look. */
    private BatchInference looking() {
        Function<FrameRequest, FrameResult> eye = request -> {
            looked.add(request);
            List<Pose> people = request.located().orElseThrow().sightings().stream()
                    .map(s -> new Pose(s.subjectBox(), 1, List.of(new Keypoint(0, 0, 1))))
                    .toList();
            return new Inferred(people, "lsp14", Frames.WEIGHTS, request.located());
        };
        return BatchInference.of(batch -> batch.stream().map(eye).toList());
    }

    private static List<PendingFrame> submit(StagedBatcher batcher, long... sequences) {
        List<PendingFrame> frames = new ArrayList<>();
        for (long sequence : sequences) {
            frames.add(batcher.submit(Frames.request(sequence)));
        }
        return frames;
    }

    private static Sighting sighting(double x, double score) {
        return new Sighting(new pose.skeleton.Point(x, 20), 10, score);
    }

    private static double x(PendingFrame frame) {
        Inferred seen = (Inferred) frame.await().result();
        return seen.located().orElseThrow().sightings().get(0).centre().x();
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(PATIENCE);
    }
}
