package pose.ingest.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceException.Fault;
import pose.schema.GapReason;

/**
 * One camera, reached again and again until it is stopped, on a thread of its own. What it gives goes through the ledger to
 * where the sender finds it.
 */
final class CameraRun implements Runnable {

    /** Reaches the camera; bounded in time, and ended by interrupting the thread that is in it. */
    interface Opening {

        FrameSource open() throws SourceException;
    }

    /** How to wait between attempts; a fake in tests. */
    interface Pause {

        void of(Duration length) throws InterruptedException;
    }

    /** Looks when the camera's last frame of an earlier run was taken. */
    interface Past {

        OptionalLong lastCaptureUs();
    }

    private final CameraLine line;
    private final Past past;
    private final Opening opening;
    private final Backoff backoff;
    private final Pause pause;
    private final CameraListener listener;
    private final Runnable filled;
    private final LongSupplier hostMicros;

    /**
     * @param filled told, on this thread, after every frame that waits
     * @param hostMicros this machine's clock, µs since 1970 UTC, never going back
     */
    CameraRun(
            CameraLine line,
            Past past,
            Opening opening,
            Backoff backoff,
            Pause pause,
            CameraListener listener,
            Runnable filled,
            LongSupplier hostMicros) {
        this.line = line;
        this.past = past;
        this.opening = opening;
        this.backoff = backoff;
        this.pause = pause;
        this.listener = listener;
        this.filled = filled;
        this.hostMicros = hostMicros;
    }

    @Override
    public void run() {
        try {
            past.lastCaptureUs().ifPresent(line.ledger()::follows);
            while (!Thread.currentThread().isInterrupted() && !connectedToItsEnd()) {
                pause.of(backoff.next());
            }
        } catch (InterruptedException e) {
            // Asked to stop.
            Thread.currentThread().interrupt();
        } finally {
            line.ledger().end(hostMicros.getAsLong()).forEach(line.waiting()::miss);
            line.close();
            filled.run();
        }
    }

    /** One connection from its beginning; true where it was a recording that came to its end. */
    private boolean connectedToItsEnd() throws InterruptedException {
        boolean any = false;
        try (FrameSource source = opening.open()) {
            line.ledger().connected(source.format().fps());
            for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                if (!any) {
                    any = true;
                    backoff.reset();
                    line.connected(source.live());
                    listener.connected(line.camera(), source.format());
                }
                take(next.get(), source.live());
                // A source that always has a frame at hand does not look.
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException();
                }
            }
            // A camera does not end: this is a recording.
            line.atEnd();
            listener.ended(line.camera());
            return true;
        } catch (SourceException e) {
            if (!Thread.currentThread().isInterrupted()) {
                lost(e.fault(), String.valueOf(e.getMessage()));
            }
            return false;
        }
    }

    private void take(CapturedFrame frame, boolean live) throws InterruptedException {
        Ledger.Entry entry = line.ledger().take(frame, hostMicros.getAsLong());
        entry.before().forEach(line.waiting()::miss);
        if (live) {
            line.waiting().offer(entry.frame());
        } else {
            line.waiting().put(entry.frame());
        }
        filled.run();
    }

    private void lost(Fault fault, String detail) {
        line.ledger().lost(fault == Fault.STALLED ? GapReason.CAMERA_STALLED : GapReason.CAMERA_LOST, detail);
        line.lost(detail);
        listener.lost(line.camera(), fault, detail);
    }
}
