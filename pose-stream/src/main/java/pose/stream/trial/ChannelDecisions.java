package pose.stream.trial;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import pose.channel.Active;
import pose.channel.ChannelChangedException;
import pose.channel.ChannelException;
import pose.channel.Channels;
import pose.channel.Expectation;
import pose.channel.Signature;
import pose.schema.Trial;
import pose.schema.TrialRules;
import pose.stream.BoundedLine;

/**
 * Decisions as changes of the channels, each a transaction that is made only while the channels are as they were judged: of
 * several instances the first decides, and the others see it.
 */
final class ChannelDecisions implements Decisions {

    private static final int LONGEST_REASON = 500;

    private final Properties kafka;
    private final String instance;
    private final Clock clock;
    private final Consumer<String> problems;

    /**
     * @param kafka {@code bootstrap.servers} and what else every client needs
     * @param instance who decides
     * @param problems is told, in one line each, of records that are none of a channel's
     */
    ChannelDecisions(Properties kafka, String instance, Clock clock, Consumer<String> problems) {
        this.kafka = kafka;
        this.instance = instance;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    public boolean carryOut(TrialSubject subject, Verdict verdict) throws ChannelException {
        Signature signature = new Signature(instance, "trial " + oneLine(verdict));
        Active candidate = subject.candidate();
        try (Channels channels = Channels.connect(kafka, clock, problems)) {
            if (verdict.outcome() != Verdict.Outcome.PASSED) {
                channels.remove(candidate.channel(), signature, Expectation.unchangedSince(candidate));
            } else if (promotes(subject)) {
                Expectation serving =
                        subject.serving().map(Expectation::unchangedSince).orElse(Expectation.NOTHING);
                Active unused = channels.handOver(candidate, subject.stable(), serving, signature);
            } else {
                // It stays on trial, for whoever promotes it; what is to be decided by itself is decided.
                Active unused = channels.activate(
                        candidate.channel(),
                        candidate.pinned(),
                        candidate.record().getKind(),
                        signature,
                        subject.trial().map(ChannelDecisions::withoutRules),
                        Expectation.unchangedSince(candidate));
            }
            return true;
        } catch (ChannelChangedException e) {
            return false;
        }
    }

    private static boolean promotes(TrialSubject subject) {
        return subject.trial()
                .flatMap(trial -> Optional.ofNullable(trial.getRules()))
                .map(TrialRules::getPromote)
                .orElse(false);
    }

    private static Trial withoutRules(Trial trial) {
        return new Trial(trial.getMode(), trial.getShare(), trial.getCameras(), null);
    }

    private static String oneLine(Verdict verdict) {
        return BoundedLine.of(
                verdict.outcome().name().toLowerCase(Locale.ROOT) + ": " + verdict.reason(), LONGEST_REASON);
    }
}
