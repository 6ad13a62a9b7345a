package pose.ingest.source.network;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The packets on their way through the decoder, by a number that comes back with each one's picture. */
final class Arrivals {

    /** More than any decoder holds back; what is older has no picture. */
    private static final int REMEMBERED = 256;

    private final Map<Long, Arrival> byNumber = new HashMap<>();
    private Arrival latest = new Arrival(0, OptionalLong.empty());
    private long last;

    /** A number for this packet, at least 1. */
    long add(Arrival arrival) {
        last++;
        latest = arrival;
        byNumber.put(last, arrival);
        byNumber.remove(last - REMEMBERED);
        return last;
    }

    /** The packet of this number; where the decoder handed no number back, the latest one's arrival is the nearest guess. */
    Arrival take(long number) {
        Arrival own = byNumber.remove(number);
        return own != null ? own : new Arrival(latest.timeUs(), OptionalLong.empty());
    }
}
