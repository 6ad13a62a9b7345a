package pose.stream.trial;

import java.util.Optional;
import pose.channel.Active;
import pose.channel.Channel;
import pose.schema.Trial;
import pose.schema.TrialMode;

/**
 * What is on trial, and beside what: whoever decides about it does so only while neither has changed.
 *
 * @param candidate what the candidate's channel points to
 * @param stable the channel that serves
 * @param serving what that points to; empty while it points to nothing, and the version that comes with pose serves
 */
public record TrialSubject(Active candidate, Channel stable, Optional<Active> serving) {

    /**
     * How the candidate is to be tried; empty where it is not: it serves already, or its record says nothing of a trial, or
     * nothing that this program understands.
     */
    public Optional<Trial> trial() {
        boolean serves =
                serving.map(Active::version).filter(candidate.version()::equals).isPresent();
        return Optional.ofNullable(candidate.record().getTrial())
                .filter(trial -> !serves && trial.getMode() != TrialMode.UNKNOWN && Share.isOne(trial.getShare()));
    }
}
