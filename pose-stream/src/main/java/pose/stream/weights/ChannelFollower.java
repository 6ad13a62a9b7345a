package pose.stream.weights;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import pose.channel.Active;
import pose.channel.Channel;
import pose.stream.LoadedVersion;

/** Loads what one channel points to, the newest only; what was refused is not tried again before the channel changes. */
final class ChannelFollower<L extends LoadedVersion> {

    /** Loads one version. */
    @FunctionalInterface
    interface Attempt<L extends LoadedVersion> {
        LoadOutcome<L> load(Active wanted);
    }

    private final Channel channel;
    private final Attempt<L> attempt;
    private final StoreReach store;
    private final WeightsListener listener;
    private final LongSupplier nanoClock;
    private @Nullable Active settled;
    private @Nullable Active awaited;
    private long notBefore;

    ChannelFollower(
            Channel channel, Attempt<L> attempt, StoreReach store, WeightsListener listener, LongSupplier nanoClock) {
        this.channel = channel;
        this.attempt = attempt;
        this.store = store;
        this.listener = listener;
        this.nanoClock = nanoClock;
    }

    Channel channel() {
        return channel;
    }

    /** Nothing is to be done about this record any more: what it names is loaded, or has been refused. */
    void settle(Active record) {
        settled = record;
        awaited = null;
    }

    boolean isSettled(Active record) {
        return settled != null && settled.offset() == record.offset();
    }

    /** Forgets what it did: what the channel points to is looked at anew. */
    void reset() {
        settled = null;
        awaited = null;
    }

    /** Loads what is wanted, where that is something new and it is time to; empty where it is not, or it could not be had. */
    Optional<LoadOutcome.Loaded<L>> follow(Active wanted) {
        if (isSettled(wanted)) {
            return Optional.empty();
        }
        if (awaited != null && awaited.offset() == wanted.offset() && nanoClock.getAsLong() - notBefore < 0) {
            return Optional.empty();
        }
        LoadOutcome<L> outcome = attempt.load(wanted);
        long wait = store.after(channel, outcome);
        if (outcome instanceof LoadOutcome.Unreachable<L>) {
            awaited = wanted;
            notBefore = nanoClock.getAsLong() + wait;
            return Optional.empty();
        }
        settle(wanted);
        if (outcome instanceof LoadOutcome.Refused<L> refused) {
            listener.refused(channel, refused.version(), refused.reason(), refused.detail());
        }
        return outcome.loaded();
    }
}
