package pose.app.console;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a counter has grown over the last seconds. */
public final class Rate {

    private static final double WINDOW_SECONDS = 3;

    private record Reading(long nanos, long count) {}

    private final Deque<Reading> readings = new ArrayDeque<>();

    /**
     * Takes a reading.
     *
     * @param nanos when, as {@link System#nanoTime} tells it
     * @return growth a second since the oldest reading of the last three seconds; 0 at the first
     */
    public double at(long nanos, long count) {
        readings.addLast(new Reading(nanos, count));
        while (readings.size() > 2 && nanos - readings.getFirst().nanos() > WINDOW_SECONDS * 1e9) {
            readings.removeFirst();
        }
        Reading oldest = readings.getFirst();
        return nanos == oldest.nanos() ? 0 : (count - oldest.count()) * 1e9 / (nanos - oldest.nanos());
    }
}
