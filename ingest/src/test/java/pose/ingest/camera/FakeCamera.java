package pose.ingest.camera;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceFormat;
import pose.schema.CaptureClock;

/** A live camera that gives what a test puts into it, and breaks off when it is told to. */
final class FakeCamera {

    /** One step: a frame, or a fault. */
    private record Step(Optional<CapturedFrame> frame, Optional<SourceException> fault) {}

    final AtomicInteger openings = new AtomicInteger();
    final AtomicInteger closings = new AtomicInteger();
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final boolean live;
    private volatile boolean endless;

    FakeCamera(boolean live) {
        this.live = live;
    }

    void gives(long timeUs, int bytes) {
        steps.add(new Step(Optional.of(frame(timeUs, bytes)), Optional.empty()));
    }

    private CapturedFrame frame(long timeUs, int bytes) {
        CaptureClock clock = live ? CaptureClock.HOST : CaptureClock.SOURCE;
        return new CapturedFrame(timeUs, timeUs, 64, 48, new byte[bytes], Optional.empty(), clock, Optional.empty(), 0);
    }

    void breaksOff(SourceException.Fault fault, String message) {
        steps.add(new Step(Optional.empty(), Optional.of(new SourceException(fault, message))));
    }

    void ends() {
        steps.add(new Step(Optional.empty(), Optional.empty()));
    }

    /** Frames without end, each at once, 40 ms apart by their own time. */
    void givesForEver() {
        endless = true;
    }

    /** Whether all that was put into it was taken. */
    boolean isEmpty() {
        return steps.isEmpty();
    }

    FrameSource open() {
        openings.incrementAndGet();
        return new Connection();
    }

    private final class Connection implements FrameSource {

        private long timeUs;

        @Override
        public SourceFormat format() {
            return new SourceFormat(64, 48, OptionalDouble.of(25), OptionalLong.empty(), 1000);
        }

        @Override
        public long epochUs() {
            return 0;
        }

        @Override
        public boolean live() {
            return live;
        }

        @Override
        public Optional<CapturedFrame> next() throws SourceException {
            if (endless) {
                return Optional.of(frame(timeUs += 40_000, 10));
            }
            try {
                Step step = steps.take();
                if (step.fault().isPresent()) {
                    throw step.fault().get();
                }
                return step.frame();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SourceException(SourceException.Fault.LOST, "interrupted");
            }
        }

        @Override
        public void close() {
            closings.incrementAndGet();
        }
    }
}
