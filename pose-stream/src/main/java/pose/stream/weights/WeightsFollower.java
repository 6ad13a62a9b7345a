package pose.stream.weights;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.channel.Active;
import pose.channel.ChannelException;
import pose.channel.ChannelState;
import pose.stream.LoadedVersion;

/**
 * Keeps what a stream works with at what the channels point to. Whatever goes wrong, the version at work stays: what is loaded is
 * loaded beside it, and takes over between two batches.
 *
 * <p>On a thread of its own, see {@link #start}; {@link #step} is one turn of it.
 */
final class WeightsFollower<L extends LoadedVersion> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WeightsFollower.class);
    /** How long to wait for a change at most, so that what could not be had is tried again in time. */
    private static final Duration TURN = Duration.ofMillis(500);

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    private final ChannelNews news;
    private final Serving<L> atWork;
    private final Candidates candidates;
    private final LastGood lastGood;
    private final WeightsListener listener;
    private final ChannelFollower<L> serving;
    private final Thread thread;
    private volatile boolean closed;
    private boolean unreadable;
    /** What the serving channel points to where that is what serves. */
    private Optional<Active> served = Optional.empty();

    /**
     * Prepares to follow.
     *
     * @param store whether it answered to whoever loaded the first version
     * @param atWork that version
     * @param settled see {@link Beginning}
     */
    WeightsFollower(
            Following<L> following,
            StoreReach store,
            Serving<L> atWork,
            Optional<Active> settled,
            Candidates candidates,
            LongSupplier nanoClock) {
        this.news = following.news();
        this.atWork = atWork;
        this.candidates = candidates;
        this.lastGood = following.lastGood();
        this.listener = following.listener();
        this.serving = new ChannelFollower<>(following.serving(), atWork::load, store, listener, nanoClock);
        settled.ifPresent(record -> {
            serving.settle(record);
            served = Optional.of(record).filter(atWork::is);
        });
        thread = new Thread(this::work, "pose-weights-" + following.serving().model());
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

    /** Waits for changes, at most so long, and puts to work what the channels point to then. */
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
        candidates.attend(state, served);
    }

    private void serve(Active wanted) {
        if (serving.isSettled(wanted)) {
            return;
        }
        if (atWork.is(wanted)) {
            // Rolled back to while another one was refused, say.
            serving.settle(wanted);
            nowServes(wanted, Duration.ZERO, "it was at work already");
        } else if (candidates.takesOver(wanted)) {
            serving.settle(wanted);
            remember(new LastGood.Memory(wanted.version(), wanted.pinned().manifestSha256(), atWork.skeleton()));
            nowServes(wanted, Duration.ZERO, "it was on trial, and loaded");
        } else {
            serving.follow(wanted).ifPresent(loaded -> {
                atWork.swap(loaded);
                remember(loaded.memory());
                nowServes(wanted, loaded.took(), "");
            });
        }
    }

    private void nowServes(Active record, Duration took, String detail) {
        served = Optional.of(record);
        listener.serving(record.channel(), atWork.weights(), took, detail);
        candidates.served(record);
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
