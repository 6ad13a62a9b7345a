package pose.ingest.source.picture;

/**
 * A stream's own time stamps as times that only grow: µs since the first picture. A picture without a stamp follows the one
 * before it by that one's duration; a stamp that does not grow is moved to 1 µs after the one before it.
 */
public final class TimeLine {

    private boolean begun;
    private long origin;
    private long last;
    private long lastDuration;

    /** The time of a picture whose stamp has this many µs. */
    public long at(long stampUs, long durationUs) {
        if (!begun) {
            begun = true;
            origin = stampUs;
            return placed(0, durationUs);
        }
        return placed(Math.max(stampUs - origin, last + 1), durationUs);
    }

    /** The time of a picture without a stamp. */
    public long unstamped(long durationUs) {
        if (!begun) {
            begun = true;
            return placed(0, durationUs);
        }
        return placed(last + Math.max(1, lastDuration), durationUs);
    }

    private long placed(long timeUs, long durationUs) {
        last = timeUs;
        lastDuration = durationUs;
        return timeUs;
    }
}
