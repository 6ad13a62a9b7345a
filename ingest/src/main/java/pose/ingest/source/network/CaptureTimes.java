package pose.ingest.source.network;

import java.util.Optional;
import java.util.OptionalLong;
import pose.schema.CaptureClock;

/**
 * When each picture of a live source was taken, µs since 1970 UTC, from the best clock there is: the sender's by its RTCP
 * reports, a wall clock in the stream, or the moment of arrival smoothed by the stream's own times. A clock of the sender or
 * the stream that is off by more than an hour is not trusted. Times strictly grow: where another clock takes over and would
 * go back, they grow at half the stream's pace until it has caught up.
 */
final class CaptureTimes {

    /** A camera that is set to a wrong zone, or was never set at all. */
    static final long TRUSTED_US = 3_600_000_000L;

    /** Sender reports of before a reset of the stream's clock still lead to times for so long (RFC 3550 asks for one in 5 s). */
    private static final long STALE_REPORTS_US = 10_000_000;

    /** How much a sender's clock may differ from where it was, to be taken for the same. */
    private static final long SAME_US = 1_000_000;

    /**
     * When a picture was taken.
     *
     * @param arrivedUs when it would have arrived without jitter, which is by the receiver's clock whatever the sender's says
     * @param told one line for people, once, where a clock is not trusted
     */
    record Taken(long timeUs, long arrivedUs, CaptureClock clock, Optional<String> told) {}

    private final LeastDelay host = new LeastDelay();
    private boolean begun;
    private long lastTimeUs;
    private long lastPtsUs;
    private boolean distrusted;
    private OptionalLong ahead = OptionalLong.empty();
    private long resetAtUs = Long.MIN_VALUE;

    /**
     * The next picture's time.
     *
     * @param ptsUs on the stream's own line, growing
     * @param arrivalUs when it arrived, since 1970 UTC
     * @param sent what the sender's or the stream's clock says of it, since 1970 UTC
     * @param sentBy whose clock that is
     */
    Taken taken(long ptsUs, long arrivalUs, OptionalLong sent, CaptureClock sentBy) {
        long arrived = host.arrivalOf(ptsUs, arrivalUs);
        Optional<String> told = Optional.empty();
        long best = arrived;
        CaptureClock clock = CaptureClock.HOST;
        if (sent.isPresent()) {
            long difference = sent.getAsLong() - arrived;
            if (Math.abs(difference) > TRUSTED_US) {
                told = distrust(difference);
            } else if (isFresh(difference, arrivalUs)) {
                ahead = OptionalLong.of(difference);
                best = sent.getAsLong();
                clock = sentBy;
            }
        }
        lastTimeUs = growing(best, ptsUs, arrivalUs);
        lastPtsUs = ptsUs;
        begun = true;
        return new Taken(lastTimeUs, arrived, clock, told);
    }

    /** The stream's clock was set, and with it everything that led from its stamps to a time. */
    void reset(long arrivalUs) {
        host.forget();
        resetAtUs = arrivalUs;
    }

    private boolean isFresh(long difference, long arrivalUs) {
        if (resetAtUs == Long.MIN_VALUE || arrivalUs - resetAtUs > STALE_REPORTS_US) {
            return true;
        }
        return ahead.isPresent() && Math.abs(difference - ahead.getAsLong()) < SAME_US;
    }

    private Optional<String> distrust(long difference) {
        if (distrusted) {
            return Optional.empty();
        }
        distrusted = true;
        String hours = String.format(java.util.Locale.ROOT, "%.1f", Math.abs(difference) / 3.6e9);
        return Optional.of("the camera's clock is " + hours + " hours " + (difference > 0 ? "ahead" : "behind")
                + " and is not trusted: frames carry the time at which they arrive here");
    }

    private long growing(long best, long ptsUs, long arrivalUs) {
        if (!begun) {
            return best;
        }
        long slowed = lastTimeUs + Math.max(1, (ptsUs - lastPtsUs) / 2);
        if (lastTimeUs < arrivalUs) {
            slowed = Math.min(slowed, arrivalUs);
        }
        return Math.max(best, slowed);
    }
}
