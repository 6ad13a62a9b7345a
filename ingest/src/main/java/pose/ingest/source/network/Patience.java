package pose.ingest.source.network;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * How long one session lets FFmpeg wait. FFmpeg asks again and again while it waits for a network, about ten times a second;
 * the answer is to give up when the deadline has passed or the reading thread is interrupted.
 */
public final class Patience implements AutoCloseable {

    /** JavaCPP has room for ten callbacks of a kind, so all sessions share one and are told apart by their number. */
    private static final ConcurrentMap<Long, Patience> SESSIONS = new ConcurrentHashMap<>();

    private static final AtomicLong NUMBERS = new AtomicLong(1);

    private static final AVIOInterruptCB.Callback_Pointer GIVE_UP = new AVIOInterruptCB.Callback_Pointer() {
        @Override
        public int call(@Nullable Pointer number) {
            Patience session = number == null ? null : SESSIONS.get(number.address());
            return session != null && session.isOver() ? 1 : 0;
        }
    };

    private final long number = NUMBERS.getAndIncrement();
    private volatile long deadlineNanos;
    private volatile @Nullable Thread reader;

    private Patience() {}

    /** A new session's, which the container's every wait asks from now on. */
    public static Patience of(AVFormatContext container) {
        Patience patience = new Patience();
        patience.reset(Duration.ZERO);
        SESSIONS.put(patience.number, patience);
        container.interrupt_callback().callback(GIVE_UP).opaque(new Tag(patience.number));
        return patience;
    }

    /** From now on this thread reads, and waits no longer than this. */
    public void reset(Duration longest) {
        deadlineNanos = System.nanoTime() + longest.toNanos();
        reader = Thread.currentThread();
    }

    /** From now on nobody's interruption matters: for leaving in good order. */
    void resetForClosing(Duration longest) {
        deadlineNanos = System.nanoTime() + longest.toNanos();
        reader = null;
    }

    /** Whether the thread that reads is to end. */
    public boolean interrupted() {
        Thread thread = reader;
        return thread != null && thread.isInterrupted();
    }

    /** Whether to give up. */
    public boolean isOver() {
        return System.nanoTime() - deadlineNanos >= 0 || interrupted();
    }

    /** After the container was closed. */
    @Override
    public void close() {
        SESSIONS.remove(number);
    }
}
