package pose.stream.trial;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import pose.channel.Active;
import pose.channel.Channel;
import pose.schema.Activation;
import pose.schema.Trial;
import pose.schema.WeightsRef;
import pose.stream.weights.CandidateDesk;

/** Puts candidates on trial as their records say. */
public final class TrialDesk implements CandidateDesk {

    private final Trials trials;
    private final Channel stable;
    private final Supplier<WeightsRef> atWork;

    /**
     * @param stable the channel that serves, and that a candidate is promoted to
     * @param atWork the version that serves now
     */
    public TrialDesk(Trials trials, Channel stable, Supplier<WeightsRef> atWork) {
        this.trials = trials;
        this.stable = stable;
        this.atWork = atWork;
    }

    @Override
    public boolean wants(Active candidate, Optional<Active> serving) {
        return subject(candidate, serving).trial().isPresent();
    }

    @Override
    public Predicate<String> admit(Active candidate, Optional<Active> serving) {
        TrialSubject subject = subject(candidate, serving);
        Activation record = candidate.record();
        WeightsRef tried = new WeightsRef(record.getName(), record.getVersion(), record.getSha256());
        trials.tryOut(subject, atWork.get(), tried);
        Optional<Trial> trial = subject.trial();
        return trial.isPresent() ? CameraShare.of(trial.get())::includes : camera -> false;
    }

    private TrialSubject subject(Active candidate, Optional<Active> serving) {
        return new TrialSubject(candidate, stable, serving);
    }

    @Override
    public void dismiss() {
        trials.end();
    }
}
