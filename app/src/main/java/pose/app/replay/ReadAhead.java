package pose.app.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import pose.ingest.SourceException;

/**
 * Has things made on a thread of its own, ahead of whoever takes them, so that what is slow now and then (a key picture, a
 * fetch) delays nobody. What waits is bounded.
 */
final class ReadAhead<T> implements AutoCloseable {

    /** Makes one after the other. */
    interface Maker<T> extends AutoCloseable {

        /** The next one; empty at the end. */
        Optional<T> next() throws SourceException;

        /** Makes a {@link #next} that waits return soon. Called by another thread. */
        void stop();

        /** Called by the making thread, last. */
        @Override
        void close();
    }

    /**
     * How much may wait: always one.
     *
     * @param things at most
     * @param bytes that they take together at most
     */
    record Bounds(int things, long bytes) {}

    private final Maker<T> maker;
    private final Bounds bounds;
    private final ToIntFunction<T> size;
    private final Thread thread;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<T> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean full;
    private boolean ended;
    private boolean closed;
    private @Nullable Throwable failure;

    private ReadAhead(String name, Maker<T> maker, Bounds bounds, ToIntFunction<T> size) {
        this.maker = maker;
        this.bounds = bounds;
        this.size = size;
        this.thread = new Thread(this::make, name);
        thread.setDaemon(true);
    }

    /** Begins to read; takes the maker over. */
    static <T> ReadAhead<T> begin(String threadName, Maker<T> maker, Bounds bounds, ToIntFunction<T> size) {
        ReadAhead<T> ahead = new ReadAhead<>(threadName, maker, bounds, size);
        ahead.thread.start();
        return ahead;
    }

    private void make() {
        try (maker) {
            Optional<T> next = maker.next();
            while (next.isPresent() && put(next.get())) {
                next = maker.next();
            }
        } catch (SourceException | RuntimeException | Error e) {
            fail(e);
        } finally {
            end();
        }
    }

    private boolean put(T thing) {
        int weight = size.applyAsInt(thing);
        lock.lock();
        try {
            while (!closed
                    && !waiting.isEmpty()
                    && (waiting.size() >= bounds.things() || bytes + weight > bounds.bytes())) {
                full = true;
                changed.signalAll();
                changed.awaitUninterruptibly();
            }
            waiting.add(thing);
            bytes += weight;
            changed.signalAll();
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void fail(Throwable thrown) {
        lock.lock();
        try {
            failure = thrown;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until as much waits as may, or everything, or so long. */
    void awaitFull(long atMostNanos) {
        lock.lock();
        try {
            long left = atMostNanos;
            while (!full && !ended && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next one; empty at the end, and once this is closed.
     *
     * @throws SourceException as the maker
     */
    Optional<T> next() throws SourceException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !ended && !closed) {
                changed.awaitUninterruptibly();
            }
            if (closed) {
                return Optional.empty();
            }
            T thing = waiting.poll();
            if (thing == null) {
                rethrow();
                return Optional.empty();
            }
            bytes -= size.applyAsInt(thing);
            changed.signalAll();
            return Optional.of(thing);
        } finally {
            lock.unlock();
        }
    }

    private void rethrow() throws SourceException {
        if (failure instanceof SourceException thrown) {
            throw thrown;
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure != null) {
            throw new IllegalStateException("reading ahead failed: " + failure, failure);
        }
    }

    /** Hands out no more, from any thread; {@link #next} returns at once. */
    void stop() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        maker.stop();
    }

    /** Stops, and waits until the maker is closed. */
    @Override
    public void close() {
        stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
