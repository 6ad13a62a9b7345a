package pose.ingest.source.network;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pose.ingest.Break;
import pose.schema.CaptureClock;

/**
 * Where each picture of a live source belongs in time, which of them are kept, and what is missing between those: the one
 * place where stamps, arrivals, the sender's clock and undecodable pictures come together.
 */
final class LiveTimes {

    private static final long ASSUMED_INTERVAL_US = 40_000;

    /**
     * A picture that is kept.
     *
     * @param arrivedUs when it would have arrived without jitter
     * @param told one line for people, where a clock is not trusted
     */
    record Moment(
            long ptsUs,
            long captureTimeUs,
            long arrivedUs,
            CaptureClock clock,
            Optional<Break> before,
            Optional<String> told) {}

    private final LiveTimeLine line;
    private final LiveRate rate;
    private final CaptureTimes captures = new CaptureTimes();
    private Optional<String> reset = Optional.empty();
    private long missing;
    private long leftOut;

    /**
     * Times that begin with the first picture.
     *
     * @param fps how many pictures a second to keep at most
     */
    LiveTimes(LiveTimeLine line, OptionalDouble fps) {
        this.line = line;
        this.rate = new LiveRate(fps);
    }

    /**
     * The next picture's moment; empty where the rate leaves it out. What is missing before it counts for the next that is kept.
     *
     * @param wallUs what a clock in the picture's own coding says, which is nearest to the lens
     */
    Optional<Moment> next(OptionalLong stamp, Arrival arrival, OptionalLong wallUs, long undecodable) {
        LiveTimeLine.Place place = line.place(stamp, arrival.timeUs());
        if (place.reset().isPresent()) {
            captures.reset(arrival.timeUs());
            reset = place.reset();
        }
        CaptureTimes.Taken taken = wallUs.isPresent()
                ? captures.taken(place.ptsUs(), arrival.timeUs(), wallUs, CaptureClock.STREAM)
                : captures.taken(place.ptsUs(), arrival.timeUs(), arrival.sentUs(), CaptureClock.SENDER);
        // A stamp that stands still leads to no arrival.
        long arrivedUs = line.frozenUs() > 0 ? arrival.timeUs() : taken.arrivedUs();
        leftOut += undecodable;
        missing += Math.max(undecodable, place.missing());
        if (!rate.keeps(place.ptsUs())) {
            return Optional.empty();
        }
        return Optional.of(
                new Moment(place.ptsUs(), taken.timeUs(), arrivedUs, taken.clock(), takeBreak(), taken.told()));
    }

    /** For how long the camera's stamps have stood still, µs. */
    long frozenUs() {
        return line.frozenUs();
    }

    private Optional<Break> takeBreak() {
        long lost = rate.kept(missing, line.usualIntervalUs().orElse(ASSUMED_INTERVAL_US));
        String pictures =
                leftOut > 0 ? counted(leftOut) + " could not be decoded" : counted(missing) + " did not arrive";
        Optional<Break> noticed = reset.map(
                detail -> new Break(Break.Cause.RESET, lost, missing == 0 ? detail : detail + "; " + pictures));
        if (noticed.isEmpty() && missing > 0) {
            noticed = Optional.of(new Break(Break.Cause.CORRUPT, lost, pictures));
        }
        reset = Optional.empty();
        missing = 0;
        leftOut = 0;
        return noticed;
    }

    private static String counted(long pictures) {
        return pictures == 1 ? "1 picture" : pictures + " pictures";
    }
}
