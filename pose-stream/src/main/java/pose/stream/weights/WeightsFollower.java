package pose.stream.weights;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.channel.Active;
import pose.channel.ChannelException;
import pose.channel.ChannelState;
import pose.schema.WeightsRef;
import pose.stream.LiveModel;
import pose.stream.ModelPin;

/**
 * Keeps a stream's model at what the channels point to. Whatever goes wrong, the version at work stays: what is loaded is
 * loaded beside it, and takes over between two batches.
 *
 * <p>On a thread of its own, see {@link #start}; {@link #step} is one turn of it.
 */
public final class WeightsFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WeightsFollower.class);
    /** How long to wait for a change at most, so that what could not be had is tried again in time. */
    private static final Duration TURN = Duration.ofMillis(500);

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    private final ChannelNews news;
    private final LiveModel live;
    private final VersionLoader loader;
    private final LastGood lastGood;
    private final CandidateDesk desk;
    private final WeightsListener listener;
    private final ChannelFollower serving;
    private final ChannelFollower trying;
    private final Thread thread = new Thread(this::work, "pose-weights");
    private volatile boolean closed;
    private boolean unreadable;
    /** What the serving channel points to where that is what serves. */
    private Optional<Active> served = Optional.empty();

    private Standard standard;
    private @Nullable Active tried;
    private @Nullable Standard triedStandard;

    /**
     * Prepares to follow.
     *
     * @param store whether it answered to whoever loaded the model's first version
     * @param beginning that version
     */
    WeightsFollower(
            Following following,
            StoreReach store,
            LiveModel live,
            Beginning beginning,
            CandidateDesk desk,
            LongSupplier nanoClock) {
        this.news = following.news();
        this.live = live;
        this.loader = following.loader();
        this.lastGood = following.lastGood();
        this.desk = desk;
        this.listener = following.listener();
        this.serving = new ChannelFollower(following.serving(), this::load, store, listener, nanoClock);
        this.trying =
                new ChannelFollower(following.trying(), this::load, new StoreReach(listener), listener, nanoClock);
        this.standard = beginning.standard();
        beginning.settled().ifPresent(record -> {
            serving.settle(record);
            served = Optional.of(record).filter(this::isAtWork);
        });
        thread.setDaemon(true);
    }

    /** Begins to follow. */
    void start() {
        thread.start();
    }

    private void work() {
        while (!closed) {
            try {
                step(TURN);
            } catch (RuntimeException e) {
                // The stream serves on with what it has; a follower that died would be noticed by nobody.
                LOG.error("following the weights' channels failed, and goes on: {}", e.toString());
            }
        }
    }

    /** Waits for changes, at most so long, and makes the model what the channels point to then. */
    void step(Duration longest) {
        ChannelState state;
        try {
            state = news.await(longest);
            unreadable = false;
        } catch (ChannelException e) {
            if (!unreadable) {
                unreadable = true;
                listener.channelsUnreadable(String.valueOf(e.getMessage()));
            }
            LockSupport.parkNanos(longest.toNanos());
            return;
        }
        state.active(serving.channel()).ifPresent(this::serve);
        attend(state.active(trying.channel()).orElse(null));
    }

    private void serve(Active wanted) {
        if (serving.isSettled(wanted)) {
            return;
        }
        if (isAtWork(wanted)) {
            // Rolled back to while another one was refused, say.
            serving.settle(wanted);
            nowServes(wanted, Duration.ZERO, "it was at work already");
        } else if (tried != null
                && tried.pinned().equals(wanted.pinned())
                && live.candidateFailure().isEmpty()) {
            desk.dismiss();
            tried = null;
            boolean unused = live.promote();
            standard = Objects.requireNonNullElse(triedStandard, standard);
            serving.settle(wanted);
            remember(new LastGood.Memory(wanted.version(), wanted.pinned().manifestSha256(), servingSkeleton()));
            nowServes(wanted, Duration.ZERO, "it was on trial, and loaded");
        } else {
            serving.follow(wanted).ifPresent(loaded -> {
                live.swap(loaded.model());
                standard = loaded.standard();
                remember(loaded.memory());
                nowServes(wanted, loaded.took(), "");
            });
        }
    }

    private void nowServes(Active record, Duration took, String detail) {
        served = Optional.of(record);
        listener.serving(record.channel(), live.weights(), took, detail);
        if (tried != null) {
            // It is tried beside another version from here on.
            desk.dismiss();
            live.share(desk.admit(tried, served));
        }
    }

    /** Loads the candidate, where there is one to try, and lets go of one that is not to be tried any more. */
    private void attend(@Nullable Active wanted) {
        if (wanted == null || isAtWork(wanted) || !desk.wants(wanted, served)) {
            letGo();
            return;
        }
        if (tried != null && tried.offset() == wanted.offset()) {
            return;
        }
        if (tried != null && tried.pinned().equals(wanted.pinned())) {
            // The same version under other terms.
            desk.dismiss();
            tried = wanted;
            trying.settle(wanted);
            live.share(desk.admit(wanted, served));
            return;
        }
        letGo();
        trying.follow(wanted).ifPresent(loaded -> {
            tried = wanted;
            triedStandard = loaded.standard();
            live.tryOut(loaded.model(), desk.admit(wanted, served));
            listener.candidate(live.candidate());
        });
    }

    private void letGo() {
        if (tried != null) {
            tried = null;
            desk.dismiss();
            live.withdraw();
            trying.reset();
            listener.candidate(Optional.empty());
        }
    }

    private LoadOutcome load(Active wanted) {
        try (ModelPin atWork = live.pinServing()) {
            // Another model's score and pace say nothing of this one, and its skeleton may be another.
            boolean comparable =
                    atWork.weights().getName().equals(wanted.version().name());
            return loader.load(
                    Wanted.by(wanted),
                    comparable ? Optional.of(new AtWork(atWork, standard)) : Optional.empty(),
                    comparable ? Optional.of(atWork.skeleton()) : Optional.empty());
        }
    }

    private boolean isAtWork(Active record) {
        WeightsRef now = live.weights();
        String sha256 = record.pinned().sha256();
        return now.getName().equals(record.version().name())
                && now.getVersion().equals(record.version().version())
                && (sha256.isEmpty() || sha256.equals(now.getSha256()));
    }

    private String servingSkeleton() {
        try (ModelPin atWork = live.pinServing()) {
            return atWork.skeleton();
        }
    }

    private void remember(LastGood.Memory loaded) {
        try {
            lastGood.remember(serving.channel(), loaded);
        } catch (IOException e) {
            LOG.warn("which version loaded last cannot be written down: {}", e.toString());
        }
    }

    @Override
    public void close() {
        closed = true;
        news.wakeUp();
        try {
            thread.join(LONGEST_GOODBYE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
