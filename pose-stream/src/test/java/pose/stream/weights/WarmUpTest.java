package pose.stream.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import pose.cpm.Sighting;
import pose.schema.WeightsRef;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.stream.FakeLocators;
import pose.stream.FakeModels;
import pose.stream.LoadedLocator;
import pose.stream.LoadedModel;
import pose.stream.LoadedVersion;

class WarmUpTest {

    private static final Duration QUICK_ENOUGH = Duration.ofMillis(1);

    private final AtomicLong clock = new AtomicLong();
    private final WarmUp warmUp =
            new WarmUp(new WarmUpRules(10, QUICK_ENOUGH, 0.05), WarmUpPictures.frames(), clock::get, nanos -> {});

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
                    List<Keypoint> keypoints = new ArrayList<>(FakeVersions.keypoints(14, n));
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
        LoadedModel flat = scoring(0.02);
        LoadedModel seeing = scoring(0.8);

        // then
        assertThat(fault(flat, atWork(seeing))).hasValueSatisfying(fault -> {
            assertThat(fault.reason()).isEqualTo(RefusalReason.FLAT);
            assertThat(fault.detail()).contains("0.0200", "0.8000", "0.0400");
        });
        assertThat(fault(flat, Optional.empty())).isEmpty();
        assertThat(fault(scoring(0.05), atWork(seeing))).isEmpty();
    }

    @Test
    void shouldRefuseWhatTakesManyTimesAsLong() {
        // given
        LoadedModel slow = seeing(11_000_000);
        LoadedModel atWork = seeing(1_000_000);

        // then
        assertThat(fault(slow, atWork(atWork)))
                .contains(new WarmUp.Fault(
                        RefusalReason.SLOW,
                        "it takes 11.0 ms for a picture, the version at work 1.0 ms; at most 10.0 ms are allowed"));
        assertThat(fault(atWork, atWork(slow))).isEmpty();
    }

    @Test
    void shouldNotRefuseForHowSlowTheMachineIsNow() {
        // given one at work that took a tenth when it was looked through
        LoadedModel slow = seeing(11_000_000);
        AtWork busy = new AtWork(seeing(10_000_000).pin(), new Standard(0.5, Duration.ofMillis(1)));

        // then
        assertThat(fault(slow, Optional.of(busy))).isEmpty();
    }

    @Test
    void shouldLookAtOnePictureAtATimeAndPauseAsLong() {
        // given
        List<Long> pauses = new ArrayList<>();
        WarmUp pausing = new WarmUp(WarmUpRules.usual(), WarmUpPictures.frames(), clock::get, pauses::add);

        // when
        var unused = pausing.check(seeing(7).pin(), "lsp14", Optional.empty());

        // then
        assertThat(pauses).containsExactly(7L, 7L, 7L);
    }

    @Test
    void shouldTakeWhatIsQuickEnoughWhateverTheOtherTakes() {
        LoadedModel slower = seeing(QUICK_ENOUGH.toNanos());
        LoadedModel atWork = seeing(1);

        assertThat(fault(slower, atWork(atWork))).isEmpty();
    }

    @Test
    void shouldFindNothingWrongWithALocatorThatFindsSomebody() {
        assertThat(located(n -> List.of(sighting(n, 0.4)), Optional.empty())).isEmpty();
    }

    @Test
    void shouldRefuseALocatorThatFindsNobodyOrTheSameEverywhere() {
        assertThat(located(n -> List.of(), Optional.empty()))
                .contains(new WarmUp.Fault(
                        RefusalReason.FLAT, "it sees nobody in pictures of an athlete: its belief maps are flat"));
        assertThat(located(n -> List.of(sighting(0, 0.4)), Optional.empty()))
                .map(WarmUp.Fault::reason)
                .contains(RefusalReason.FLAT);
    }

    @Test
    void shouldRefuseALocatorThatIsFarLessSureThanTheOneAtWork() {
        AtWork atWork = new AtWork(locator(n -> List.of(sighting(n, 0.9))).pin(), new Standard(0.9, Duration.ZERO));

        assertThat(located(n -> List.of(sighting(n, 0.04)), Optional.of(atWork)))
                .map(WarmUp.Fault::reason)
                .contains(RefusalReason.FLAT);
    }

    private Optional<WarmUp.Fault> located(IntFunction<List<Sighting>> answer, Optional<AtWork> atWork) {
        return fault(locator(answer), atWork);
    }

    private static LoadedLocator locator(IntFunction<List<Sighting>> answer) {
        AtomicInteger looks = new AtomicInteger();
        return FakeLocators.answering(
                new WeightsRef("locator", "1", "00"), n -> answer.apply(looks.getAndIncrement()), new AtomicBoolean());
    }

    private static Sighting sighting(int n, double score) {
        return new Sighting(new Point(n, 20), 60, score);
    }

    private LoadedModel seeing(long nanos) {
        AtomicInteger looks = new AtomicInteger();
        return model(n -> FakeVersions.keypoints(14, looks.getAndIncrement()), nanos);
    }

    private Optional<AtWork> atWork(LoadedModel model) {
        WarmUp.Outcome outcome = warmUp.check(model.pin(), "lsp14", Optional.empty());
        return Optional.of(new AtWork(model.pin(), ((WarmUp.Outcome.Passed) outcome).standard()));
    }

    private Optional<WarmUp.Fault> fault(LoadedVersion model, Optional<AtWork> atWork) {
        return warmUp.check(model.pin(), model.skeleton(), atWork) instanceof WarmUp.Outcome.Failed failed
                ? Optional.of(failed.fault())
                : Optional.empty();
    }

    private Optional<RefusalReason> reason(Function<Integer, List<Keypoint>> answer) {
        return fault(answer).map(WarmUp.Fault::reason);
    }

    private Optional<WarmUp.Fault> fault(Function<Integer, List<Keypoint>> answer) {
        AtomicInteger looks = new AtomicInteger();
        return fault(model(n -> answer.apply(looks.getAndIncrement()), 0), Optional.empty());
    }

    private LoadedModel scoring(double score) {
        AtomicInteger looks = new AtomicInteger();
        return model(n -> scored(looks.getAndIncrement(), score), 0);
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
