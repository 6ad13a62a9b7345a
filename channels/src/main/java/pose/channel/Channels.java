package pose.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import pose.channel.Decision.Step;
import pose.cpm.VersionId;
import pose.schema.Activation;
import pose.schema.ActivationKind;
import pose.schema.Trial;

/**
 * Changes what channels point to. Of several who change something at the same time each sees all that those before it did; a change
 * is made as a whole or not at all, also where whoever makes it is killed. One thread at a time.
 */
public final class Channels implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_FETCH = Duration.ofMillis(10);

    private final ChannelLog log;
    private final LogTransactions transactions;
    private final Steps steps;

    private Channels(ChannelLog log, LogTransactions transactions, Clock clock) {
        this.log = log;
        this.transactions = transactions;
        this.steps = new Steps(clock);
    }

    /**
     * Finds the log.
     *
     * @param kafka {@code bootstrap.servers} and what else every client needs
     * @param clock for when something was changed
     * @param problems is told, in one line each, of records that are left out because they are none of a channel's
     * @throws ChannelException where the topic is not there or not of one partition, or Kafka does not answer
     */
    public static Channels connect(Properties kafka, Clock clock, Consumer<String> problems) throws ChannelException {
        ChannelLog log = ChannelLog.open(kafka, LONGEST_FETCH, problems);
        return new Channels(log, new LogTransactions(kafka, log, PATIENCE, RandomGenerator.getDefault()), clock);
    }

    /**
     * Every channel as of now.
     *
     * @throws ChannelException where the broker does not answer
     */
    public ChannelState read() throws ChannelException {
        try {
            log.readToEnd(record -> {});
            return log.state();
        } catch (KafkaException e) {
            throw ChannelLog.unreadable(e);
        }
    }

    /**
     * Makes a channel point to a version. Where it does so already, with the same trial, nothing is written.
     *
     * @param version that was found in the store and checked
     * @param kind {@link ActivationKind#PROMOTED} or {@link ActivationKind#ANNOUNCED}
     * @param trial how a stream is to try it; empty on channels that serve
     * @return what the channel points to now
     * @throws ChannelChangedException where the channel is not as expected
     * @throws ChannelException where the version is retired, or Kafka or others do not let the change through within 30 s
     */
    public Active activate(
            Channel channel,
            PinnedVersion version,
            ActivationKind kind,
            Signature signature,
            Optional<Trial> trial,
            Expectation expectation)
            throws ChannelException {
        return change(channel, expectation, now -> {
            requireAlive(now, version.id());
            Optional<Active> before = now.active(channel);
            if (before.isPresent() && isSame(before.get(), version, trial)) {
                return List.of();
            }
            return List.of(steps.activation(
                    channel,
                    version,
                    kind,
                    signature,
                    Histories.before(before, version.id().version()),
                    trial));
        });
    }

    /**
     * Makes a channel point to an earlier version of its history; what comes after it there is forgotten.
     *
     * @param seen what the channel pointed to when it was looked at: where it has changed since, nothing is written
     * @param target one of its history, found in the store and checked
     * @return what the channel points to now
     * @throws ChannelChangedException where somebody changed the channel
     * @throws ChannelException where the target is retired or not of the history, or the change is not let through within 30 s
     */
    public Active rollBack(Active seen, PinnedVersion target, Signature signature) throws ChannelException {
        Channel channel = seen.channel();
        List<String> history = Histories.after(seen, target.id().version());
        return change(channel, Expectation.unchangedSince(seen), now -> {
            requireAlive(now, target.id());
            return List.of(steps.activation(
                    channel, target, ActivationKind.ROLLED_BACK, signature, history, Optional.empty()));
        });
    }

    /**
     * Makes a channel point to nothing.
     *
     * @throws ChannelChangedException where the channel is not as expected
     * @throws ChannelException where the change is not let through within 30 s
     */
    public void remove(Channel channel, Signature signature, Expectation expectation) throws ChannelException {
        transactions.make(now -> {
            require(channel, expectation, now);
            Optional<Active> before = now.active(channel);
            return before.isEmpty() ? List.of() : List.of(steps.removal(before.get(), signature));
        });
    }

    /**
     * Makes a channel point to what another one points to, and that one to nothing: both or neither.
     *
     * @param candidate what the other channel pointed to when it was looked at
     * @param target the channel that takes it over
     * @param expectation what the target must point to
     * @return what the target points to now
     * @throws ChannelChangedException where somebody changed the other channel, or the target is not as expected
     * @throws ChannelException where the version is retired, or the change is not let through within 30 s
     */
    public Active handOver(Active candidate, Channel target, Expectation expectation, Signature signature)
            throws ChannelException {
        return change(target, expectation, now -> {
            require(candidate.channel(), Expectation.unchangedSince(candidate), now);
            requireAlive(now, candidate.version());
            List<String> history =
                    Histories.before(now.active(target), candidate.version().version());
            return List.of(
                    steps.activation(
                            target, candidate.pinned(), ActivationKind.PROMOTED, signature, history, Optional.empty()),
                    // That the target points to it now says all there is to say.
                    new Step(candidate.channel().key(), null, null));
        });
    }

    /**
     * Says that versions are gone, before they are: nobody can activate them from then on. Those that a channel or its history names
     * stay.
     *
     * @return those that may be deleted now: all but those that stay
     * @throws ChannelException where the change is not let through within 30 s
     */
    public List<VersionId> retire(Collection<VersionId> versions, Signature signature) throws ChannelException {
        transactions.make(now -> {
            Set<VersionId> named = now.named();
            List<Step> retirements = new ArrayList<>();
            for (VersionId version : versions) {
                if (!named.contains(version) && !now.isRetired(version)) {
                    retirements.add(steps.retirement(version, signature));
                }
            }
            return retirements;
        });
        ChannelState now = read();
        return versions.stream().filter(now::isRetired).toList();
    }

    private Active change(Channel channel, Expectation expectation, Decision decision) throws ChannelException {
        List<ChannelRecord> written = transactions.make(now -> {
            require(channel, expectation, now);
            return decision.on(now);
        });
        return written.stream()
                .flatMap(record -> record.activation().stream())
                .findFirst()
                .or(() -> log.state().active(channel))
                .orElseThrow();
    }

    private static void require(Channel channel, Expectation expectation, ChannelState now)
            throws ChannelChangedException {
        if (!expectation.isMetBy(now.active(channel))) {
            throw new ChannelChangedException(channel, now.active(channel));
        }
    }

    private static void requireAlive(ChannelState now, VersionId version) throws ChannelException {
        Activation gone = now.retired().get(version);
        if (gone != null) {
            throw new ChannelException(
                    version + " cannot be activated: it was " + Words.of(gone) + "; publish it under another version");
        }
    }

    private static boolean isSame(Active now, PinnedVersion version, Optional<Trial> trial) {
        return now.pinned().equals(version)
                && Optional.ofNullable(now.record().getTrial()).equals(trial);
    }

    @Override
    public void close() {
        log.close();
    }
}
