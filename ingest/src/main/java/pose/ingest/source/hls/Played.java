package pose.ingest.source.hls;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.LiveView;
import pose.ingest.SourceException;

/** A recording as a camera shows it: no frame before its time, counted from the first. A late frame goes at once. */
final class Played extends LiveView {

    private boolean begun;
    private long firstNanos;
    private long firstPtsUs;

    Played(FrameSource frames) {
        super(frames);
    }

    @Override
    public Optional<CapturedFrame> next() throws SourceException {
        Optional<CapturedFrame> next = frames().next();
        if (next.isPresent()) {
            await(next.get().ptsUs());
        }
        return next;
    }

    private void await(long ptsUs) throws SourceException {
        if (!begun) {
            begun = true;
            firstNanos = System.nanoTime();
            firstPtsUs = ptsUs;
        }
        long early = firstNanos + TimeUnit.MICROSECONDS.toNanos(ptsUs - firstPtsUs) - System.nanoTime();
        try {
            // At once where it is late.
            TimeUnit.NANOSECONDS.sleep(early);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(
                    SourceException.Fault.LOST, "interrupted while waiting for the next frame's time");
        }
    }
}
