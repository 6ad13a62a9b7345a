package pose.stream.weights;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.channel.Active;
import pose.channel.Channel;
import pose.channel.ChannelException;
import pose.channel.ChannelState;
import pose.stream.LoadedVersion;

/**
 * Finds the version that a stream begins with: what the channel points to; where that is refused or cannot be had, the last
 * that loaded here, and where it is refused, what the channel pointed to before. Where nothing was ever activated, and where
 * nothing else is left, the version that comes with pose; where none does, it waits for somebody to activate one.
 */
final class ColdStart<L extends LoadedVersion> {

    private static final Logger LOG = LoggerFactory.getLogger(ColdStart.class);
    private static final Duration TURN = Duration.ofMillis(200);
    private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

    private final Following<L> following;
    private final Channel channel;
    private final ChannelFollower<L> follower;
    private final Supplier<Optional<LoadOutcome.Loaded<L>>> bundled;
    private final WeightsListener listener;
    private final LongSupplier nanoClock;
    private Optional<String> trouble = Optional.empty();
    private @Nullable Active lastGoodTriedFor;
    private long toldAt;
    private boolean told;

    /** @param bundled loads the version that comes with pose; empty where none does */
    ColdStart(
            Following<L> following,
            StoreReach store,
            Supplier<Optional<LoadOutcome.Loaded<L>>> bundled,
            LongSupplier nanoClock) {
        this.following = following;
        this.channel = following.serving();
        this.bundled = bundled;
        this.listener = following.listener();
        this.nanoClock = nanoClock;
        this.follower = new ChannelFollower<>(channel, this::load, store, listener, nanoClock);
    }

    /**
     * Waits until there is something to serve with.
     *
     * @param ended asked now and then: true to wait no longer
     * @return empty where it ended first
     */
    Optional<Beginning<L>> begin(BooleanSupplier ended) {
        while (!ended.getAsBoolean()) {
            try {
                Optional<Beginning<L>> found = look(following.news().await(TURN));
                if (found.isPresent()) {
                    return found;
                }
            } catch (ChannelException e) {
                Optional<Beginning<L>> unused = wait(String.valueOf(e.getMessage()));
                LockSupport.parkNanos(TURN.toNanos());
            }
        }
        return Optional.empty();
    }

    private Optional<Beginning<L>> look(ChannelState state) {
        Optional<Active> wanted = state.active(channel);
        if (wanted.isEmpty()) {
            return bundled(Optional.empty(), channel + " points to nothing");
        }
        Active record = wanted.get();
        Optional<LoadOutcome.Loaded<L>> loaded = follower.follow(record);
        if (loaded.isPresent()) {
            return serve(loaded.get(), wanted, "");
        }
        if (follower.isSettled(record)) {
            return instead(record);
        }
        return lastGood(record)
                .flatMap(last ->
                        serve(last, Optional.empty(), record.version() + " cannot be had: the last that loaded here"))
                .or(() -> wait(
                        channel + " points to " + record.version() + ", which cannot be had: " + trouble.orElse("")));
    }

    /** What serves in place of a version that was refused. */
    private Optional<Beginning<L>> instead(Active record) {
        String why = record.version() + " was refused: ";
        Optional<LoadOutcome.Loaded<L>> last = lastGood(record);
        if (last.isPresent()) {
            return serve(last.get(), Optional.of(record), why + "the last that loaded here");
        }
        boolean unknown = false;
        for (Wanted before : history(record)) {
            LoadOutcome<L> outcome = following.loader().load(before, Optional.empty(), skeleton());
            if (outcome.loaded().isPresent()) {
                return serve(outcome.loaded().get(), Optional.of(record), why + "the version before");
            }
            if (outcome instanceof LoadOutcome.Unreachable<L> unreachable) {
                unknown = true;
                trouble = Optional.of(unreachable.detail());
            }
        }
        return unknown
                ? wait(why + "the versions before cannot be had: " + trouble.orElse(""))
                : bundled(Optional.of(record), record.version() + " was refused");
    }

    private Optional<Beginning<L>> bundled(Optional<Active> settled, String why) {
        return bundled.get()
                .flatMap(own -> serve(own, settled, why + ": the version that comes with pose"))
                .or(() -> wait(why + ", and no version of " + channel.model() + " comes with pose: promote one"));
    }

    private List<Wanted> history(Active record) {
        List<Wanted> versions = new ArrayList<>();
        for (String version : record.record().getHistory()) {
            versions.add(Wanted.named(channel.version(version)));
        }
        return versions;
    }

    /** Asked once: what does not load then will not a moment later. */
    private Optional<LoadOutcome.Loaded<L>> lastGood(Active record) {
        if (record.equals(lastGoodTriedFor)) {
            return Optional.empty();
        }
        lastGoodTriedFor = record;
        return following
                .lastGood()
                .of(channel)
                .filter(memory -> !memory.version().equals(record.version()))
                .flatMap(memory -> following
                        .loader()
                        .load(memory.wanted(), Optional.empty(), Optional.empty())
                        .loaded());
    }

    private LoadOutcome<L> load(Active wanted) {
        LoadOutcome<L> outcome = following.loader().load(Wanted.by(wanted), Optional.empty(), skeleton());
        if (outcome instanceof LoadOutcome.Unreachable<L> unreachable) {
            trouble = Optional.of(unreachable.detail());
        }
        return outcome;
    }

    /** Who reads what this model answers expects the skeleton that they had so far. */
    private Optional<String> skeleton() {
        return following.lastGood().of(channel).map(LastGood.Memory::skeleton).or(following::skeleton);
    }

    private Optional<Beginning<L>> serve(LoadOutcome.Loaded<L> loaded, Optional<Active> settled, String how) {
        L model = loaded.model();
        if (loaded.version().name().equals(channel.model())) {
            try {
                following.lastGood().remember(channel, loaded.memory());
            } catch (IOException e) {
                LOG.warn("which version loaded last cannot be written down: {}", e.toString());
            }
        }
        listener.serving(channel, model.weights(), loaded.took(), how);
        return Optional.of(new Beginning<>(model, loaded.standard(), settled));
    }

    private Optional<Beginning<L>> wait(String reason) {
        long now = nanoClock.getAsLong();
        if (!told || now - toldAt >= BETWEEN_LINES) {
            told = true;
            toldAt = now;
            listener.waiting(reason);
        }
        return Optional.empty();
    }
}
