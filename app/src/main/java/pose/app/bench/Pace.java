package pose.app.bench;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import pose.app.UserMistake;

/** Sends frames at their times, evenly; one that is late is sent at once, and those behind it keep theirs. */
final class Pace implements AutoCloseable {

    private static final String THREAD = CpuMeter.OWN_THREADS + "pace";

    private final FrameSender sender;
    private final int count;
    private final double rate;
    private final Thread thread = new Thread(this::send, THREAD);
    private volatile boolean stopped;
    private volatile int sent;
    private volatile @Nullable RuntimeException failure;
    private volatile long began;
    private volatile long ended;

    /**
     * @param count how many to send
     * @param rate frames a second
     */
    Pace(FrameSender sender, int count, double rate) {
        this.sender = sender;
        this.count = count;
        this.rate = rate;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void send() {
        try {
            began = System.nanoTime();
            for (int i = 0; i < count && !stopped; i++) {
                long due = began + (long) (i * 1e9 / rate);
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                sender.send();
                sent = i + 1;
            }
            ended = System.nanoTime();
            sender.flush();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    int sent() {
        return sent;
    }

    /** When the first frame was sent, on {@link System#nanoTime}'s clock. */
    long began() {
        return began;
    }

    /** When the last frame was sent; once {@link #finish} has returned. */
    long ended() {
        return ended;
    }

    boolean failed() {
        return failure != null;
    }

    /** @throws UserMistake where a frame was not taken */
    void requireGood() {
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw new UserMistake("frames could not be sent: " + thrown.getMessage(), thrown);
        }
    }

    /** Sends no more. */
    void stop() {
        stopped = true;
    }

    /** Waits for the last frame. */
    void finish() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        finish();
    }
}
