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
import pose.stream.LoadedModel;

/**
 * Finds the version that a stream begins with: what the channel points to; where that is refused or cannot be had, the last
 * that loaded here, and where it is refused, what the channel pointed to before. Where nothing was ever activated, and where
 * nothing else is left, the version that comes with pose.
 */
final class ColdStart {

    private static final Logger LOG = LoggerFactory.getLogger(ColdStart.class);
    private static final Duration TURN = Duration.ofMillis(200);
    private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

    private final Following following;
    private final Channel channel;
    private final ChannelFollower follower;
    private final Supplier<LoadOutcome.Loaded> bundled;
    private final WeightsListener listener;
    private final LongSupplier nanoClock;
    private Optional<String> trouble = Optional.empty();
    private @Nullable Active lastGoodTriedFor;
    private long toldAt;
    private boolean told;

    /** @param bundled loads the version that comes with pose */
    ColdStart(Following following, StoreReach store, Supplier<LoadOutcome.Loaded> bundled, LongSupplier nanoClock) {
        this.following = following;
        this.channel = following.serving();
        this.bundled = bundled;
        this.listener = following.listener();
        this.nanoClock = nanoClock;
        this.follower = new ChannelFollower(channel, this::load, store, listener, nanoClock);
    }

    /**
     * Waits until there is something to serve with.
     *
     * @param ended asked now and then: true to wait no longer
     * @return empty where it ended first
     */
    Optional<Beginning> begin(BooleanSupplier ended) {
        while (!ended.getAsBoolean()) {
            try {
                Optional<Beginning> found = look(following.news().await(TURN));
                if (found.isPresent()) {
                    return found;
                }
            } catch (ChannelException e) {
                Optional<Beginning> unused = wait(String.valueOf(e.getMessage()));
                LockSupport.parkNanos(TURN.toNanos());
            }
        }
        return Optional.empty();
    }

    private Optional<Beginning> look(ChannelState state) {
        Optional<Active> wanted = state.active(channel);
        if (wanted.isEmpty()) {
            LoadOutcome.Loaded own = bundled.get();
            return serve(own, Optional.empty(), channel + " points to nothing: the version that comes with pose");
        }
        Active record = wanted.get();
        Optional<LoadOutcome.Loaded> loaded = follower.follow(record);
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
    private Optional<Beginning> instead(Active record) {
        String why = record.version() + " was refused: ";
        Optional<LoadOutcome.Loaded> last = lastGood(record);
        if (last.isPresent()) {
            return serve(last.get(), Optional.of(record), why + "the last that loaded here");
        }
        boolean unknown = false;
        for (Wanted before : history(record)) {
            LoadOutcome outcome = following.loader().load(before, Optional.empty(), skeleton());
            if (outcome instanceof LoadOutcome.Loaded loaded) {
                return serve(loaded, Optional.of(record), why + "the version before");
            }
            if (outcome instanceof LoadOutcome.Unreachable unreachable) {
                unknown = true;
                trouble = Optional.of(unreachable.detail());
            }
        }
        return unknown
                ? wait(why + "the versions before cannot be had: " + trouble.orElse(""))
                : serve(bundled.get(), Optional.of(record), why + "the version that comes with pose");
    }

    private List<Wanted> history(Active record) {
        List<Wanted> versions = new ArrayList<>();
        for (String version : record.record().getHistory()) {
            versions.add(Wanted.named(channel.version(version)));
        }
        return versions;
    }

    /** Asked once: what does not load then will not a moment later. */
    private Optional<LoadOutcome.Loaded> lastGood(Active record) {
        if (record.equals(lastGoodTriedFor)) {
            return Optional.empty();
        }
        lastGoodTriedFor = record;
        return following
                .lastGood()
                .of(channel)
                .filter(memory -> !memory.version().equals(record.version()))
                .map(memory -> following.loader().load(memory.wanted(), Optional.empty(), Optional.empty()))
                .filter(LoadOutcome.Loaded.class::isInstance)
                .map(LoadOutcome.Loaded.class::cast);
    }

    private LoadOutcome load(Active wanted) {
        LoadOutcome outcome = following.loader().load(Wanted.by(wanted), Optional.empty(), skeleton());
        if (outcome instanceof LoadOutcome.Unreachable unreachable) {
            trouble = Optional.of(unreachable.detail());
        }
        return outcome;
    }

    /** Who reads the poses of this model expects the skeleton that they had so far. */
    private Optional<String> skeleton() {
        return following.lastGood().of(channel).map(LastGood.Memory::skeleton).or(following::skeleton);
    }

    private Optional<Beginning> serve(LoadOutcome.Loaded loaded, Optional<Active> settled, String how) {
        LoadedModel model = loaded.model();
        if (loaded.version().name().equals(channel.model())) {
            try {
                following.lastGood().remember(channel, loaded.memory());
            } catch (IOException e) {
                LOG.warn("which version loaded last cannot be written down: {}", e.toString());
            }
        }
        listener.serving(channel, model.weights(), loaded.took(), how);
        return Optional.of(new Beginning(model, loaded.standard(), settled));
    }

    private Optional<Beginning> wait(String reason) {
        long now = nanoClock.getAsLong();
        if (!told || now - toldAt >= BETWEEN_LINES) {
            told = true;
            toldAt = now;
            listener.waiting(reason);
        }
        return Optional.empty();
    }
}
