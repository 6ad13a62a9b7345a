package pose.ingest.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import pose.ingest.Break;
import pose.ingest.CapturedFrame;
import pose.schema.CaptureClock;
import pose.schema.GapReason;

/**
 * One camera's account of one epoch, over all its connections. Whatever the camera made, or should have made by its rate, has
 * a sequence: it is a frame or part of a gap, so that both together are 0 … n − 1. Capture times only grow. Asked by the
 * camera's thread, and by the one that ticks.
 */
final class Ledger {

    /** A camera's rhythm may falter by this many frames before it counts as a hole. */
    private static final int FALTER_FRAMES = 4;

    private static final long FALTER_US = 250_000;
    private static final long FIRST_TOLD_US = 1_000_000;
    private static final long TOLD_EVERY_US = 10_000_000;

    /** By how much the camera's clock and ours may disagree on how long an outage was before ours is believed. */
    private static final long DISAGREEMENT_US = 2_000_000;

    /** A frame with its number, and what is missing between it and the one before. */
    record Entry(List<Missing> before, NumberedFrame frame) {}

    private final long epochUs;
    private final FrameRate rate = new FrameRate();
    private long nextSequence;
    private boolean begun;
    private boolean following;
    private long lastUs;
    private long lastPtsUs;
    private long lastHostUs;
    private boolean connecting = true;
    private long shiftUs;
    private @Nullable Outage outage;

    /** @param epochUs when this run of the camera begins, µs since 1970 UTC */
    Ledger(long epochUs) {
        this.epochUs = epochUs;
        this.lastUs = epochUs;
        this.lastHostUs = epochUs;
    }

    /** An earlier run ended lately: what is between its last frame and this run's first is missing too. */
    synchronized void follows(long lastCaptureUs) {
        lastUs = lastCaptureUs;
        lastHostUs = lastCaptureUs;
        following = true;
        lost(GapReason.INGEST_RESTART, "ingest was away: a new epoch begins");
    }

    /** A connection stands, whose camera says that it has so many frames a second. */
    synchronized void connected(OptionalDouble fps) {
        rate.declared(fps);
        connecting = true;
    }

    /** The next frame of the connection, which was handed out at {@code nowUs}. */
    synchronized Entry take(CapturedFrame frame, long nowUs) {
        // The last picture of a camera that falls silent is handed out only when it is given up: the outage began
        // before.
        long hostUs = nowUs - frame.heldUs();
        CaptureClock clock = anchor(frame, hostUs);
        long timeUs = Math.max(frame.captureTimeUs() + shiftUs, begun || following ? lastUs + 1 : Long.MIN_VALUE);
        List<Missing> before = new ArrayList<>();
        if (outage != null) {
            endOutage(outage, timeUs, hostUs, before);
        } else if (begun) {
            withinConnection(frame, timeUs, before);
        }
        begun = true;
        connecting = false;
        lastUs = timeUs;
        lastPtsUs = frame.ptsUs();
        lastHostUs = hostUs;
        return new Entry(List.copyOf(before), new NumberedFrame(nextSequence++, timeUs, clock, frame));
    }

    /** At a connection's first frame: where its clock would go back, ours takes its place for as long as it lasts. */
    private CaptureClock anchor(CapturedFrame frame, long hostUs) {
        if (connecting) {
            boolean goesBack = (begun || following) && frame.captureTimeUs() <= lastUs;
            shiftUs = goesBack ? Math.max(hostUs, lastUs + rate.intervalUs()) - frame.captureTimeUs() : 0;
        }
        return shiftUs == 0 ? frame.clock() : CaptureClock.HOST;
    }

    private void withinConnection(CapturedFrame frame, long timeUs, List<Missing> before) {
        // Capture times go at half their pace while another clock takes over; the stream's own do not.
        long distance = frame.ptsUs() - lastPtsUs;
        long interval = rate.intervalUs();
        long lacking = Math.max(0, Math.round((double) distance / interval) - 1);
        if (frame.before().isPresent()) {
            Break seen = frame.before().get();
            boolean reset = seen.cause() == Break.Cause.RESET;
            // After a reset the camera's own times say nothing of how long it was.
            miss(
                    reset ? GapReason.CAMERA_RESET : GapReason.CORRUPT,
                    reset ? seen.missing() : lacking,
                    timeUs - interval,
                    seen.detail(),
                    before);
        } else if (frame.clock() == CaptureClock.SOURCE || distance < Math.max(FALTER_US, FALTER_FRAMES * interval)) {
            rate.sawDistance(distance);
        } else {
            String detail = String.format("no picture for %d ms, though connected", distance / 1000);
            miss(GapReason.CAMERA_STALLED, lacking, timeUs - interval, detail, before);
        }
    }

    /** The connection is lost, or there never was one; told once a second has passed, and then now and again. */
    synchronized void lost(GapReason reason, String detail) {
        if (outage == null) {
            outage = new Outage(reason, detail);
        }
    }

    /** What an outage that goes on has cost since it was last told. */
    synchronized List<Missing> tick(long hostUs) {
        List<Missing> told = new ArrayList<>();
        if (outage != null && hostUs - lastHostUs >= outage.nextToldUs) {
            outage.nextToldUs = hostUs - lastHostUs + TOLD_EVERY_US;
            tellSoFar(outage, hostUs, told);
        }
        return told;
    }

    /** The run ends: what an outage has cost to the last. */
    synchronized List<Missing> end(long hostUs) {
        List<Missing> told = new ArrayList<>();
        if (outage != null) {
            tellSoFar(outage, hostUs, told);
            outage = null;
        }
        return told;
    }

    /** One frame less than its time would have room for, so that the end of the outage never finds too many told. */
    private void tellSoFar(Outage open, long hostUs, List<Missing> into) {
        // Of a camera that was never there nobody knows how many frames it would have made.
        long soFar = rate.isKnown() ? Math.max(0, (hostUs - lastHostUs) / rate.intervalUs() - 1) - open.told : 0;
        if (soFar > 0 || !open.wasTold) {
            tell(open, Math.max(0, soFar), lastUs + (open.told + Math.max(1, soFar)) * rate.intervalUs(), into);
        }
    }

    private void endOutage(Outage open, long timeUs, long hostUs, List<Missing> into) {
        long byHost = hostUs - lastHostUs;
        long byCamera = timeUs - lastUs;
        boolean agree = (begun || following) && Math.abs(byCamera - byHost) <= DISAGREEMENT_US;
        long interval = rate.intervalUs();
        long room = Math.round((double) (agree ? byCamera : byHost) / interval) - (begun || following ? 1 : 0);
        long rest = Math.max(0, room - open.told);
        if (rest > 0 || !open.wasTold) {
            tell(open, rest, timeUs - interval, into);
        }
        outage = null;
    }

    private void tell(Outage open, long count, long untilUs, List<Missing> into) {
        miss(open.reason, count, untilUs, open.detail, into);
        open.told += count;
        open.wasTold = true;
    }

    /** So many frames will not come, the last of them at {@code untilUs}; they follow the last time that was accounted for. */
    private void miss(GapReason reason, long count, long untilUs, String detail, List<Missing> into) {
        long until = Math.max(untilUs, lastUs);
        long from = Math.max(lastUs, until - Math.max(0, count - 1) * rate.intervalUs());
        into.add(new Missing(reason, nextSequence, count, from, until, detail));
        nextSequence += count;
    }

    synchronized long epochUs() {
        return epochUs;
    }

    /** An outage that is going on: it began where the last frame came. */
    private static final class Outage {

        private final GapReason reason;
        private final String detail;
        private long nextToldUs = FIRST_TOLD_US;
        private long told;
        private boolean wasTold;

        private Outage(GapReason reason, String detail) {
            this.reason = reason;
            this.detail = detail;
        }
    }
}
