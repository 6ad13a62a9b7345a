package pose.stream;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The one lock of those that hand frames on to each other, and the word that something has changed. */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #locked(Runnable)}; whoever waits for something looks again. */
    void changed(Runnable action) {
        locked(() -> {
            action.run();
            changed.signalAll();
        });
    }

    /** Waits for a change, at most this long; for the one who holds the lock. */
    @SuppressWarnings("WaitNotInLoop") // Whoever waits looks again and waits again.
    void await(long nanos) throws InterruptedException {
        long unused = changed.awaitNanos(nanos);
    }

    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }
}
