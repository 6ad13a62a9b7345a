package pose.ingest.source;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.LiveView;
import pose.ingest.SourceException;

/** A source at the pace of its own clock: no frame is handed out before its capture time. A late frame goes at once. */
final class RealtimeSource extends LiveView {

    /** How to wait; a fake in tests. */
    interface Sleeper {

        void sleep(long micros) throws InterruptedException;
    }

    private final Clock clock;
    private final Sleeper sleeper;

    RealtimeSource(FrameSource frames, Clock clock, Sleeper sleeper) {
        super(frames);
        this.clock = clock;
        this.sleeper = sleeper;
    }

    static RealtimeSource of(FrameSource frames, Clock clock) {
        return new RealtimeSource(frames, clock, TimeUnit.MICROSECONDS::sleep);
    }

    @Override
    public Optional<CapturedFrame> next() throws SourceException {
        Optional<CapturedFrame> next = frames().next();
        if (next.isPresent()) {
            long early = next.get().captureTimeUs() - ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
            if (early > 0) {
                await(early);
            }
        }
        return next;
    }

    private void await(long micros) throws SourceException {
        try {
            sleeper.sleep(micros);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("interrupted while waiting for the next frame's time");
        }
    }
}
