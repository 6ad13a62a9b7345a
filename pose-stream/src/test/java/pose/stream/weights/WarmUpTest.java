package pose.stream.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import pose.schema.WeightsRef;
import pose.skeleton.Keypoint;
import pose.stream.FakeModels;
import pose.stream.LoadedModel;

class WarmUpTest {

    private static final Duration QUICK_ENOUGH = Duration.ofMillis(1);

    private final AtomicLong clock = new AtomicLong();
    private final WarmUp warmUp =
            new WarmUp(new WarmUpRules(10, QUICK_ENOUGH, 0.05), WarmUpPictures.frames(), clock::get);

    @Test
    void shouldFindNothingWrongWithAVersionThatSees() {
        assertThat(fault(n -> FakeVersions.keypoints(14, n))).isEmpty();
    }

    @Test
    void shouldRefuseOtherShapes() {
        assertThat(fault(n -> FakeVersions.keypoints(13, n)))
                .contains(new WarmUp.Fault(RefusalReason.SHAPES, "it gives 13 keypoints a person; lsp14 has 14"));
    }

    @Test
    void shouldRefuseWhatIsNoNumber() {
        assertThat(reason(n -> {
                    List<Keypoint> keypoints = new java.util.ArrayList<>(FakeVersions.keypoints(14, n));
                    keypoints.set(3, new Keypoint(1, Double.NaN, 0.5));
                    return keypoints;
                }))
                .contains(RefusalReason.NUMBERS);
    }

    @Test
    void shouldRefuseOneThatSeesTheSameEverywhere() {
        assertThat(reason(n -> FakeVersions.keypoints(14, 0))).contains(RefusalReason.FLAT);
    }

    @Test
    void shouldRefuseWhatTheEngineFailsOn() {
        assertThat(reason(n -> {
                    throw new IllegalStateException("native error 5");
                }))
                .contains(RefusalReason.NOT_LOADABLE);
    }

    @Test
    void shouldRefuseFlatMapsBesideAVersionThatSees() {
        // given
        LoadedModel flat = model(n -> scored(n, 0.02), 0);
        LoadedModel seeing = model(n -> scored(n, 0.8), 0);

        // then
        assertThat(warmUp.check(flat.pin(), "lsp14", Optional.of(seeing.pin()))).hasValueSatisfying(fault -> {
            assertThat(fault.reason()).isEqualTo(RefusalReason.FLAT);
            assertThat(fault.detail()).contains("0.0200", "0.8000", "0.0400");
        });
        assertThat(warmUp.check(flat.pin(), "lsp14", Optional.empty())).isEmpty();
        assertThat(warmUp.check(model(n -> scored(n, 0.05), 0).pin(), "lsp14", Optional.of(seeing.pin())))
                .isEmpty();
    }

    @Test
    void shouldRefuseWhatTakesManyTimesAsLong() {
        // given
        LoadedModel slow = model(n -> FakeVersions.keypoints(14, n), 11_000_000);
        LoadedModel atWork = model(n -> FakeVersions.keypoints(14, n), 1_000_000);

        // then
        assertThat(warmUp.check(slow.pin(), "lsp14", Optional.of(atWork.pin())))
                .contains(new WarmUp.Fault(
                        RefusalReason.SLOW,
                        "it takes 11.0 ms for a picture, the version at work 1.0 ms; at most 10.0 ms are allowed"));
        assertThat(warmUp.check(atWork.pin(), "lsp14", Optional.of(slow.pin()))).isEmpty();
    }

    @Test
    void shouldTakeWhatIsQuickEnoughWhateverTheOtherTakes() {
        LoadedModel slower = model(n -> FakeVersions.keypoints(14, n), QUICK_ENOUGH.toNanos());
        LoadedModel atWork = model(n -> FakeVersions.keypoints(14, n), 1);

        assertThat(warmUp.check(slower.pin(), "lsp14", Optional.of(atWork.pin())))
                .isEmpty();
    }

    private Optional<RefusalReason> reason(Function<Integer, List<Keypoint>> answer) {
        return fault(answer).map(WarmUp.Fault::reason);
    }

    private Optional<WarmUp.Fault> fault(Function<Integer, List<Keypoint>> answer) {
        return warmUp.check(model(answer, 0).pin(), "lsp14", Optional.empty());
    }

    private static List<Keypoint> scored(int n, double score) {
        return FakeVersions.keypoints(14, n).stream()
                .map(k -> new Keypoint(k.x(), k.y(), score))
                .toList();
    }

    /** @param nanos that a picture takes */
    private LoadedModel model(Function<Integer, List<Keypoint>> answer, long nanos) {
        return FakeModels.answering(
                new WeightsRef("lite", "1", "00"),
                "lsp14",
                n -> {
                    clock.addAndGet(nanos);
                    return answer.apply(n);
                },
                new AtomicBoolean());
    }
}
