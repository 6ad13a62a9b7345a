package pose.stream;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream thread's interceptor leaves what it handed over, and its processors fetch it. Both run on the same
 * thread, so each thread has a table of its own and none is locked.
 *
 * <p>Correctness never depends on it: whoever finds nothing here hands the frame over himself.
 */
final class LookAhead {

    private final FrameDesk desk;
    /** Of this stream, not of the JVM, which may run several; each thread leaves its own when its consumer closes. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<LookAheadTable> tables = new ThreadLocal<>();

    LookAhead(FrameDesk desk) {
        this.desk = desk;
    }

    /** A table for an interceptor, which puts it up on its stream thread. */
    LookAheadTable newTable() {
        return new LookAheadTable(desk);
    }

    /** From now on this is the calling thread's table. */
    void use(LookAheadTable table) {
        tables.set(table);
    }

    /** The calling thread has no table any more. */
    void leave() {
        tables.remove();
    }

    /** The frame at exactly this offset, already handed over, or null where nobody looked ahead. */
    @Nullable
    PendingFrame take(TopicPartition partition, long offset) {
        LookAheadTable table = tables.get();
        return table == null ? null : table.take(partition, offset);
    }

    /** Hands a frame over now. */
    PendingFrame submit(FrameRequest request) {
        return desk.submit(request);
    }

    /** Waits for a frame's result, see {@link PendingFrame#await}. */
    TimedResult await(PendingFrame frame) {
        return desk.await(frame);
    }

    /** The calling thread no longer owns this partition. */
    void forget(TopicPartition partition) {
        LookAheadTable table = tables.get();
        if (table != null) {
            table.forget(partition);
        }
    }
}
