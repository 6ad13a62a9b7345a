package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import pose.cpm.PersonLocator;
import pose.schema.WeightsRef;

/** A version on trial beside the one at work, and who looks at what around a swap. */
class TriedVersionTest {

    private static final byte[] JPEG = LiveModelTest.jpeg(64, 48);

    @SuppressWarnings("UnnecessaryLambda") // Which cameras: a value, handed around.
    private static final Predicate<String> EVEN = camera -> camera.endsWith("2");

    private final FakeModel first = new FakeModel("first");
    private final FakeModel second = new FakeModel("second");
    private final LiveModel live = FakeModel.live(first, PersonLocator.WHOLE_IMAGE);

    @Test
    void shouldGiveTheCandidateItsCamerasAndKeepTheOrder() {
        // given
        live.tryOut(second.loaded(), EVEN);

        // when
        List<String> seen = versions(infer(frames("1", "2", "2", "1", "2")));

        // then
        assertThat(seen).containsExactly("first", "second", "second", "first", "second");
        assertThat(first.calls).isEqualTo(1);
        assertThat(second.calls).isEqualTo(1);
        assertThat(live.candidate()).contains(new WeightsRef("fake", "second", "00"));
    }

    @Test
    void shouldKeepTheShareThatABatchBeganWith() {
        // given
        live.tryOut(second.loaded(), EVEN);
        try (FrameBatch begun = live.prepare(frames("2"))) {

            // when
            live.withdraw();

            // then
            assertThat(second.closed).isFalse();
            assertThat(versions(begun.infer())).containsExactly("second");
        }
        assertThat(second.closed).isTrue();
        assertThat(versions(infer(frames("2")))).containsExactly("first");
    }

    @Test
    void shouldChangeTheShareOfACandidate() {
        live.tryOut(second.loaded(), camera -> false);

        live.share(EVEN);

        assertThat(versions(infer(frames("1", "2")))).containsExactly("first", "second");
    }

    @Test
    void shouldPutACandidateToWorkWithoutLoadingItAgain() {
        // given
        live.tryOut(second.loaded(), EVEN);

        // when
        assertThat(live.promote()).isTrue();

        // then
        assertThat(versions(infer(frames("1", "2")))).containsExactly("second", "second");
        assertThat(first.closed).isTrue();
        assertThat(second.closed).isFalse();
        assertThat(live.candidate()).isEmpty();
        assertThat(live.promote()).isFalse();
    }

    @Test
    void shouldLetGoOfACandidateForAnother() {
        live.tryOut(second.loaded(), EVEN);

        live.tryOut(new FakeModel("third").loaded(), EVEN);

        assertThat(second.closed).isTrue();
        assertThat(versions(infer(frames("2")))).containsExactly("third");
    }

    @Test
    void shouldLetTheServingVersionLookWhereTheCandidatesEngineFails() {
        // given
        Told told = new Told();
        live.tap(told);
        live.tryOut(second.loaded(), EVEN);
        second.failure = new IllegalStateException("the candidate is sick");
        List<PendingFrame> pending = pending("1", "2", "2", "1");

        // when
        run(pending);

        // then nobody is blamed, and the candidate is asked no second time
        assertThat(pending)
                .allSatisfy(frame -> assertThat(version(frame.await().result())).isEqualTo("first"));
        assertThat(second.calls).isEqualTo(1);
        assertThat(told.failed).containsExactly("second");
        assertThat(live.candidateFailure()).containsSame(second.failure);
    }

    @Test
    void shouldTryAgainWithTheVersionThatTheBatchBeganWith() {
        // given a batch, and a swap while it waits
        PinnedInference pinned = live.pin();
        OpenBatch open = new OpenBatch(new BatchPolicy(4, Duration.ZERO, 1), pinned);
        List<PendingFrame> pending = pending("1", "1", "2", "1");
        pending.forEach(open::add);
        first.failures = 3;
        live.swap(second.loaded());

        // when
        new InferenceRun(StreamListener.NONE, System::nanoTime, Delivery.ANSWERS).run(open);

        // then
        assertThat(pending)
                .allSatisfy(frame -> assertThat(version(frame.await().result())).isEqualTo("first"));
        assertThat(first.closed).isTrue();
    }

    @Test
    void shouldFreeThePinnedVersionOnlyWhenTheLastBatchIsDone() {
        // given
        ModelPin pin = live.pinServing();
        live.swap(second.loaded());
        FrameBatch batch = pin.open(1);
        pin.close();

        // then
        assertThat(pin.weights().getVersion()).isEqualTo("first");
        assertThat(first.closed).isFalse();
        batch.close();
        assertThat(first.closed).isTrue();
        assertThatThrownBy(() -> pin.open(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldTellOfEveryFrameThatWasLookedAtButNotOfThoseLookedAtBeside() {
        // given
        Told told = new Told();
        live.tap(told);
        live.tryOut(second.loaded(), EVEN);

        // when
        List<FrameResult> unused = infer(frames("1", "2", "1"));
        try (ModelPin beside = live.pinCandidate().orElseThrow();
                FrameBatch batch = beside.prepare(frames("1"))) {
            assertThat(versions(batch.infer())).containsExactly("second");
        }

        // then
        assertThat(told.served)
                .containsExactly(Map.entry("1", "first"), Map.entry("2", "second"), Map.entry("1", "first"));
        assertThat(told.times).allMatch(time -> !time.isNegative());
    }

    @Test
    void shouldCloseBoth() {
        live.tryOut(second.loaded(), EVEN);

        live.close();

        assertThat(first.closed).isTrue();
        assertThat(second.closed).isTrue();
    }

    private static final class Told implements ServedFrames {
        private final List<Map.Entry<String, String>> served = new ArrayList<>();
        private final List<Duration> times = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();

        @Override
        public void served(FrameRequest request, Inferred seen, Duration inferred) {
            served.add(Map.entry(request.frame().getCamera(), seen.weights().getVersion()));
            times.add(inferred);
        }

        @Override
        public void candidateFailed(WeightsRef candidate, Throwable cause) {
            failed.add(candidate.getVersion());
        }
    }

    private void run(List<PendingFrame> pending) {
        OpenBatch open = new OpenBatch(new BatchPolicy(pending.size(), Duration.ZERO, 1), live.pin());
        pending.forEach(open::add);
        new InferenceRun(StreamListener.NONE, System::nanoTime, Delivery.ANSWERS).run(open);
    }

    private List<FrameResult> infer(List<FrameRequest> frames) {
        try (FrameBatch batch = live.prepare(frames)) {
            return batch.infer();
        }
    }

    private static List<PendingFrame> pending(String... cameras) {
        return frames(cameras).stream()
                .map(request -> new PendingFrame(request, System.nanoTime()))
                .toList();
    }

    private static List<FrameRequest> frames(String... cameras) {
        List<FrameRequest> frames = new ArrayList<>();
        for (String camera : cameras) {
            frames.add(Frames.of(camera, frames.size(), JPEG));
        }
        return frames;
    }

    private static List<String> versions(List<FrameResult> results) {
        return results.stream().map(TriedVersionTest::version).toList();
    }

    private static String version(FrameResult result) {
        return ((Inferred) result).weights().getVersion();
    }
}
