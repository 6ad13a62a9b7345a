package pose.ingest.source.network;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A stream's own times put on the clock of whoever receives it. A network only ever delays, so the smallest distance between
 * a picture's own time and its arrival during the last {@value #WINDOW_US} µs is the true one: jitter does not show. A smaller
 * distance counts at once, so that no time lies after its arrival; a larger one, from a drifting clock or a longer way, is
 * followed at {@value #FOLLOWED} of the time that passes.
 */
final class LeastDelay {

    private static final long WINDOW_US = 10_000_000;
    private static final double FOLLOWED = 0.02;

    private record Seen(long arrivalUs, long distanceUs) {}

    /** Of the window, each distance that is smaller than all that came after it: the first is the smallest. */
    private final Deque<Seen> smallest = new ArrayDeque<>();

    private boolean begun;
    private double distance;
    private long lastArrivalUs;

    /** When a picture with this own time, which arrived then, would have arrived without jitter. */
    long arrivalOf(long ownUs, long arrivalUs) {
        long seen = arrivalUs - ownUs;
        while (!smallest.isEmpty() && smallest.getLast().distanceUs >= seen) {
            smallest.removeLast();
        }
        smallest.addLast(new Seen(arrivalUs, seen));
        while (smallest.getFirst().arrivalUs < arrivalUs - WINDOW_US) {
            smallest.removeFirst();
        }
        long least = smallest.getFirst().distanceUs;
        if (!begun || least < distance) {
            begun = true;
            distance = least;
        } else {
            distance += Math.min(least - distance, FOLLOWED * Math.max(0, arrivalUs - lastArrivalUs));
        }
        lastArrivalUs = arrivalUs;
        return ownUs + Math.round(distance);
    }

    /** Where an own time falls by what is known now. */
    long projected(long ownUs) {
        return ownUs + Math.round(distance);
    }

    /** The own times begin anew: nothing that was seen holds. */
    void forget() {
        smallest.clear();
        begun = false;
    }
}
