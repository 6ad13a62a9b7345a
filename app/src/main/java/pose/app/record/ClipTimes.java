package pose.app.record;

/**
 * When a clip shows its pictures: as far apart as they were taken, the first at 0. Where a capture time is not after the one
 * before it, as with another epoch it may be, the picture follows after the usual interval, and the clip goes on from there.
 */
final class ClipTimes {

    private final long usualIntervalUs;
    private boolean begun;
    private long origin;
    private long last;
    private long setBack;

    /** @param usualIntervalUs above 0 */
    ClipTimes(long usualIntervalUs) {
        this.usualIntervalUs = usualIntervalUs;
    }

    /** When the next picture is shown, µs. */
    long of(long captureTimeUs) {
        if (!begun) {
            begun = true;
            origin = captureTimeUs;
        } else if (captureTimeUs - origin <= last) {
            origin = captureTimeUs - last - usualIntervalUs;
            setBack++;
        }
        last = captureTimeUs - origin;
        return last;
    }

    /** When the last picture is shown, µs. */
    long last() {
        return last;
    }

    /** How often capture times went back. */
    long setBack() {
        return setBack;
    }
}
