package pose.stream.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.channel.Active;
import pose.channel.Channel;
import pose.schema.Activation;
import pose.schema.ActivationKind;
import pose.schema.ShadowPose;
import pose.schema.Trial;
import pose.schema.TrialMode;
import pose.schema.TrialRules;
import pose.schema.WeightsEventKind;
import pose.schema.WeightsRef;
import pose.stream.BatchInference;
import pose.stream.BatcherClock;
import pose.stream.FrameResult;
import pose.stream.PinnedInference;
import pose.stream.trial.Verdict.Outcome;

class TrialsTest {

    private static final TrialRules RULES = new TrialRules(10L, 0.1, 0.05, 1e9, 60_000_000L, true);

    private final List<ShadowPose> shadows = new CopyOnWriteArrayList<>();
    private final List<Verdict> verdicts = new CopyOnWriteArrayList<>();
    private final List<WeightsEventKind> news = new CopyOnWriteArrayList<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile double candidateOff = 2;
    private volatile @Nullable RuntimeException candidateFails;
    private volatile Optional<Duration> oldest = Optional.empty();
    private volatile long micros = 0;
    private volatile Decisions decisions = (subject, verdict) -> verdicts.add(verdict);

    private final Trials trials = new Trials(
                    new Versions() {
                        @Override
                        public PinnedInference serving() {
                            return version(TrialFrames.STABLE);
                        }

                        @Override
                        public Optional<PinnedInference> candidate() {
                            return Optional.of(version(TrialFrames.CANDIDATE));
                        }
                    },
                    new ShadowInbox(new ShadowQueue(1000), () -> oldest, Duration.ofMillis(5)),
                    shadows::add,
                    (subject, verdict) -> decisions.carryOut(subject, verdict),
                    (subject, kind, detail, figures) -> news.add(kind),
                    new TrialListener() {
                        @Override
                        public void dropped(int frames) {
                            dropped.addAndGet(frames);
                        }
                    },
                    new BatcherClock(System::nanoTime, () -> micros))
            .start();

    @AfterEach
    void close() {
        trials.close();
    }

    @Test
    void shouldLookAtNothingWhileNothingIsOnTrial() {
        serve(TrialFrames.STABLE, 0, 20);

        assertThat(trials.figures()).isEmpty();
        assertThat(dropped).hasValue(0);
    }

    @Test
    void shouldTellWhatTheCandidateSeesOfItsShareOfFrames() {
        // given
        tryOut(new Trial(TrialMode.SHADOW, 0.5, List.of(), null));

        // when
        serve(TrialFrames.STABLE, 0, 100);

        // then
        soon().untilAsserted(() -> assertThat(shadows).hasSizeBetween(30, 70));
        assertThat(shadows).allSatisfy(pose -> {
            assertThat(pose.getServing()).isEqualTo(TrialFrames.STABLE);
            assertThat(pose.getShadow()).isEqualTo(TrialFrames.CANDIDATE);
            assertThat(pose.getDistance()).isEqualTo(0.02);
        });
        assertThat(news).containsExactly(WeightsEventKind.TRIAL_STARTED);
        assertThat(verdicts).as("no rules").isEmpty();
    }

    @Test
    void shouldHaveTheServingVersionLookAtACanarysFrames() {
        // given
        tryOut(new Trial(TrialMode.CANARY, 0.5, List.of(), null));

        // when
        serve(TrialFrames.STABLE, 0, 10);
        serve(TrialFrames.CANDIDATE, 10, 10);

        // then
        soon().until(() -> shadows.size() == 10);
        assertThat(shadows).allSatisfy(pose -> {
            assertThat(pose.getSequence()).isGreaterThanOrEqualTo(10);
            assertThat(pose.getServing()).isEqualTo(TrialFrames.CANDIDATE);
            assertThat(pose.getShadow()).isEqualTo(TrialFrames.STABLE);
        });
    }

    @Test
    void shouldPassACandidateThatSeesTheSame() {
        // given
        tryOut(new Trial(TrialMode.SHADOW, 1.0, List.of(), RULES));

        // when
        serve(TrialFrames.STABLE, 0, 20);

        // then
        soon().until(() -> news.contains(WeightsEventKind.TRIAL_PASSED));
        assertThat(verdicts).extracting(Verdict::outcome).containsExactly(Outcome.PASSED);
    }

    @Test
    void shouldFailACandidateThatSeesSomethingElse() {
        // given
        candidateOff = 50;
        tryOut(new Trial(TrialMode.SHADOW, 1.0, List.of(), RULES));

        // when
        serve(TrialFrames.STABLE, 0, 20);

        // then
        soon().until(() -> news.contains(WeightsEventKind.TRIAL_FAILED));
        assertThat(verdicts)
                .singleElement()
                .satisfies(v -> assertThat(v.reason()).isEqualTo("mean distance is 0.5000, allowed: 0.1000"));
    }

    @Test
    void shouldFailACandidateWhoseEngineFailsWithoutAnyRule() {
        // given
        candidateFails = new IllegalStateException("out of memory");
        tryOut(new Trial(TrialMode.SHADOW, 1.0, List.of(), null));

        // when
        serve(TrialFrames.STABLE, 0, 1);

        // then
        soon().until(() -> news.contains(WeightsEventKind.TRIAL_FAILED));
        assertThat(verdicts)
                .singleElement()
                .satisfies(v -> assertThat(v.reason()).contains("its engine failed", "out of memory"));
        assertThat(shadows).isEmpty();
    }

    @Test
    void shouldExpireWithoutFramesEnough() {
        // given
        tryOut(new Trial(TrialMode.SHADOW, 1.0, List.of(), RULES));

        // when
        micros = 60_000_000;

        // then
        soon().until(() -> news.contains(WeightsEventKind.TRIAL_EXPIRED));
    }

    @Test
    void shouldLookAtNothingButKeepTheNewestWhileTheStreamIsBusy() {
        // given
        oldest = Optional.of(Duration.ofMillis(6));
        tryOut(new Trial(TrialMode.SHADOW, 1.0, List.of(), null));

        // when 150 frames of 10 bytes come to a queue of 1000
        serve(TrialFrames.STABLE, 0, 150);

        // then
        assertThat(dropped).hasValue(50);
        assertThat(shadows).isEmpty();
        oldest = Optional.empty();
        soon().until(() -> shadows.size() == 100);
        assertThat(shadows.get(0).getSequence()).isEqualTo(50);
    }

    @Test
    void shouldSayNothingWhereSomebodyElseDecidedFirst() {
        // given
        AtomicInteger asked = new AtomicInteger();
        decisions = (subject, verdict) -> {
            asked.incrementAndGet();
            return false;
        };
        tryOut(new Trial(TrialMode.SHADOW, 1.0, List.of(), RULES));

        // when
        serve(TrialFrames.STABLE, 0, 20);

        // then
        soon().until(() -> shadows.size() == 20);
        assertThat(asked).hasValue(1);
        assertThat(news).containsExactly(WeightsEventKind.TRIAL_STARTED);
    }

    @Test
    void shouldForgetWhatItSawOfOneThatIsNoLongerOnTrial() {
        // given
        tryOut(new Trial(TrialMode.SHADOW, 1.0, List.of(), null));
        serve(TrialFrames.STABLE, 0, 5);
        soon().until(() -> shadows.size() == 5);

        // when
        trials.end();
        serve(TrialFrames.STABLE, 5, 5);

        // then
        assertThat(trials.figures()).isEmpty();
        tryOut(new Trial(TrialMode.SHADOW, 1.0, List.of(), null));
        assertThat(trials.figures())
                .hasValueSatisfying(f -> assertThat(f.frames()).isZero());
        assertThat(shadows).hasSize(5);
    }

    @Test
    void shouldTryNothingThatServesAlready() {
        // given
        Active same = active("candidate", "2", new Trial(TrialMode.SHADOW, 1.0, List.of(), RULES));

        // when
        trials.tryOut(
                new TrialSubject(same, new Channel("lite", "stable"), Optional.of(active("stable", "2", null))),
                TrialFrames.CANDIDATE,
                TrialFrames.CANDIDATE);

        // then
        assertThat(trials.figures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1.5, Double.NaN})
    void shouldTryNothingThatItDoesNotUnderstand(double share) {
        tryOut(new Trial(TrialMode.CANARY, share, List.of(), RULES));
        assertThat(trials.figures()).isEmpty();

        tryOut(new Trial(TrialMode.UNKNOWN, 0.5, List.of(), RULES));
        assertThat(trials.figures()).isEmpty();
    }

    private void tryOut(Trial trial) {
        trials.tryOut(
                new TrialSubject(
                        active("candidate", "2", trial),
                        new Channel("lite", "stable"),
                        Optional.of(active("stable", "1", null))),
                TrialFrames.STABLE,
                TrialFrames.CANDIDATE);
    }

    private void serve(WeightsRef by, long first, int frames) {
        for (long i = first; i < first + frames; i++) {
            trials.served(TrialFrames.request("yard", i, 10), TrialFrames.seen(by, 0, 0.5), Duration.ofMillis(1));
        }
    }

    private static Active active(String channel, String version, @Nullable Trial trial) {
        return new Active(
                new Channel("lite", channel),
                new Activation(
                        "lite", channel, version, "00", "00", 0L, "me", "", ActivationKind.PROMOTED, List.of(), trial),
                3);
    }

    private PinnedInference version(WeightsRef weights) {
        boolean candidate = weights.equals(TrialFrames.CANDIDATE);
        return BatchInference.of(frames -> {
                    RuntimeException failure = candidateFails;
                    if (candidate && failure != null) {
                        throw failure;
                    }
                    return frames.stream()
                            .<FrameResult>map(frame -> TrialFrames.seen(weights, candidate ? candidateOff : 0, 0.5))
                            .toList();
                })
                .pin();
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}
