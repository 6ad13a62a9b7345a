package pose.app.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;

/** Draws the time it is into a picture, so many times a second, and gives it to what encodes and sends it. */
final class StampedCamera implements AutoCloseable {

    private final OutputStream pictures;
    private final long intervalNanos;
    private final Thread thread = new Thread(this::run, CpuMeter.OWN_THREADS + "camera");
    private volatile boolean closed;

    StampedCamera(OutputStream pictures, int fps) {
        this.pictures = pictures;
        this.intervalNanos = 1_000_000_000L / fps;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        byte[] grey = new byte[TimeBlocks.WIDTH * TimeBlocks.HEIGHT];
        try (pictures) {
            for (long due = System.nanoTime(); !closed; due += intervalNanos) {
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                TimeBlocks.draw(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), grey);
                pictures.write(grey);
                pictures.flush();
            }
        } catch (IOException e) {
            // Whoever encodes has ended; as draws() tells.
        }
    }

    boolean draws() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
