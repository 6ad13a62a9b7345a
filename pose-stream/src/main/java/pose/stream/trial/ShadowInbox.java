package pose.stream.trial;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where served frames wait for the thread that looks once more. It gets one only while the stream has nothing to do: as soon
 * as a frame of the stream's own has waited longer than a small bound, frames stay here, and the oldest are dropped for newer
 * ones.
 */
final class ShadowInbox {

    /** How often it is asked whether the stream is at rest, while it is not. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    private final ShadowQueue queue;
    private final ServingLoad load;
    private final Duration mostWaiting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** @param mostWaiting how long a frame of the stream's own may have waited at most */
    ShadowInbox(ShadowQueue queue, ServingLoad load, Duration mostWaiting) {
        this.queue = queue;
        this.load = load;
        this.mostWaiting = mostWaiting;
    }

    /** Adds a frame, and returns how many were dropped for it. Never waits for a look. */
    int offer(ServedFrame frame) {
        lock.lock();
        try {
            int dropped = queue.add(frame);
            changed.signal();
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** The next frame where one is there and the stream is at rest, null where not. */
    @Nullable
    ServedFrame poll() {
        // Asked outside the lock: nobody who serves may wait for the answer.
        if (!atRest()) {
            return null;
        }
        lock.lock();
        try {
            return queue.next();
        } finally {
            lock.unlock();
        }
    }

    private boolean atRest() {
        return load.oldestWaiting()
                .map(waited -> waited.compareTo(mostWaiting) <= 0)
                .orElse(true);
    }

    /** Waits a while: until a frame comes where none is there, for a moment where the stream has none to give. */
    @SuppressWarnings("WaitNotInLoop") // Who wakes up early asks again, and waits again.
    void await(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            Duration time = queue.size() == 0 ? patience : LOOK_AGAIN;
            long unused = changed.awaitNanos(time.toNanos());
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            queue.clear();
        } finally {
            lock.unlock();
        }
    }
}
