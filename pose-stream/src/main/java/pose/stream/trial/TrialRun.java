package pose.stream.trial;

import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import pose.schema.Trial;
import pose.schema.WeightsRef;
import pose.stream.FrameRequest;
import pose.stream.Inferred;
import pose.stream.PinnedInference;

/**
 * One candidate's trial beside one serving version, as this process sees it. One thread looks and judges; any may ask whether a
 * frame is wanted.
 */
final class TrialRun {

    /** Of so many frames one is looked at by both versions alone, to compare their times like with like. */
    private static final int FRAMES_A_TIMING = 4;

    private final TrialSubject subject;
    private final Trial trial;
    private final WeightsRef stable;
    private final WeightsRef candidate;
    private final TrialSample sample;
    private final Optional<Judge> judge;
    private final TrialStatistics statistics = new TrialStatistics();
    private volatile Optional<Verdict> failure = Optional.empty();
    private long looks;
    private boolean begun;
    private boolean open = true;

    TrialRun(TrialSubject subject, Trial trial, WeightsRef stable, WeightsRef candidate) {
        this.subject = subject;
        this.trial = trial;
        this.stable = stable;
        this.candidate = candidate;
        this.sample = new TrialSample(trial, candidate);
        this.judge = Optional.ofNullable(trial.getRules())
                .map(rules -> new Judge(rules, subject.candidate().record().getAtUs()));
    }

    TrialSubject subject() {
        return subject;
    }

    WeightsRef candidate() {
        return candidate;
    }

    boolean isOf(TrialSubject other, WeightsRef serving, WeightsRef tried) {
        return subject.equals(other) && stable.equals(serving) && candidate.equals(tried);
    }

    /** True the first time. */
    boolean isNew() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    /** Whether somebody still has to decide. */
    boolean isOpen() {
        return open;
    }

    void closeCase() {
        open = false;
    }

    /** In one line for people. */
    String described() {
        String where = trial.getCameras().isEmpty() ? "" : " on " + String.join(", ", trial.getCameras());
        return switch (trial.getMode()) {
            case CANARY ->
                trial.getCameras().isEmpty()
                        ? String.format(Locale.ROOT, "serves %.1f %% of the cameras", 100 * trial.getShare())
                        : "serves" + where.substring(" on".length());
            default ->
                String.format(
                        Locale.ROOT, "looks at %.1f %% of the frames%s in the shadow", 100 * trial.getShare(), where);
        };
    }

    boolean wants(FrameRequest request, Inferred seen) {
        return sample.wants(request.frame(), seen.weights());
    }

    /**
     * Has the version look at a frame that did not serve it.
     *
     * @return empty where it cannot, or is not of this trial any more
     */
    Optional<Comparison> look(ServedFrame served, Versions versions, LongSupplier nanoClock) {
        boolean byCandidate = served.seen().weights().equals(candidate);
        boolean timing = looks++ % FRAMES_A_TIMING == 0;
        // Whoever looks second finds the picture in the processor's caches: they take turns at it.
        boolean servedFirst = looks % (2 * FRAMES_A_TIMING) == 1;
        Optional<SideLook> again =
                timing && servedFirst ? look(served.request(), byCandidate, versions, nanoClock) : Optional.empty();
        Optional<SideLook> other = look(served.request(), !byCandidate, versions, nanoClock);
        if (timing && !servedFirst) {
            again = look(served.request(), byCandidate, versions, nanoClock);
        }
        if (other.isEmpty() || !isOther(byCandidate, other.get())) {
            return Optional.empty();
        }
        SideLook shadow = other.get();
        again.ifPresent(look -> statistics.addTimes(
                byCandidate ? shadow.took() : look.took(), byCandidate ? look.took() : shadow.took()));
        Comparison comparison = Comparison.of(served, shadow.seen(), shadow.took());
        statistics.add(comparison, byCandidate);
        return Optional.of(comparison);
    }

    private Optional<SideLook> look(
            FrameRequest request, boolean byCandidate, Versions versions, LongSupplier nanoClock) {
        Optional<? extends PinnedInference> version =
                byCandidate ? versions.candidate() : Optional.of(versions.serving());
        if (version.isEmpty()) {
            return Optional.empty();
        }
        try (PinnedInference pinned = version.get()) {
            return SideLook.at(request, pinned, nanoClock);
        } catch (RuntimeException | Error e) {
            if (byCandidate) {
                failed(e);
            }
            return Optional.empty();
        }
    }

    /** Versions are swapped while frames wait here. */
    private boolean isOther(boolean byCandidate, SideLook shadow) {
        return shadow.seen().weights().equals(byCandidate ? stable : candidate);
    }

    /** The candidate's engine failed: no rule is needed to see what becomes of it. May be called by any thread. */
    void failed(Throwable cause) {
        failure = Optional.of(new Verdict(Verdict.Outcome.FAILED, "its engine failed: " + cause));
    }

    TrialFigures figures() {
        return statistics.figures();
    }

    Optional<Verdict> judge(long nowMicros) {
        return failure.or(() -> judge.flatMap(rules -> rules.judge(figures(), nowMicros)));
    }
}
