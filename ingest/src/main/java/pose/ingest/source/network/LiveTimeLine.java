package pose.ingest.source.network;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A live stream's time stamps as times that only grow, µs since its first picture, whatever the camera does to them. A stamp
 * that wraps goes on; one that stands or steps back a little (B-pictures in the wrong order, rounding) is moved to 1 µs after
 * the one before; a missing one is put at the usual interval, or, in a stream without stamps, at its arrival. A stamp that
 * steps back by more than {@value #BACK_US} µs, or by a few pictures after a silence, or ahead of what has passed at the receiver
 * by more than {@value #AHEAD_US} µs, is a camera's clock that was set: the line goes on by the receiver's clock, and the break is
 * told.
 */
final class LiveTimeLine {

    static final long BACK_US = 500_000;
    static final long AHEAD_US = 1_000_000;

    /** B-pictures in the wrong order step back by no more intervals than this. */
    private static final long DISORDER = 4;

    /**
     * A picture's place.
     *
     * @param ptsUs since the first picture, larger than the one before
     * @param reset in one line, where the camera's clock was set before this picture
     * @param missing how many pictures fit between the one before and this one, where the stream is regular enough to tell, and
     *     about how many after a reset
     */
    record Place(long ptsUs, Optional<String> reset, long missing) {}

    private final int wrapBits;
    private final double usPerTick;
    private final long assumedUs;
    private final UsualInterval interval = new UsualInterval();
    private final LeastDelay arrivals = new LeastDelay();

    private boolean begun;
    private boolean stamped;
    private long lastUs;
    private long lastArrivalUs;
    private long lastDueUs;
    private long lastRaw;
    private long ticks;
    private long anchorTicks;
    private long anchorUs;
    private long grewAtArrivalUs;
    private long frozenUs;

    /**
     * A line without a picture.
     *
     * @param wrapBits how many bits of a stamp there are before it begins at 0 again; 64 for never
     * @param assumedUs the time from one picture to the next before any is known
     */
    LiveTimeLine(int wrapBits, long timeBaseNum, long timeBaseDen, long assumedUs) {
        this.wrapBits = wrapBits;
        this.assumedUs = assumedUs;
        this.usPerTick = 1e6 * timeBaseNum / timeBaseDen;
    }

    /** The next picture's place: its stamp in ticks of the time base, and when it arrived, µs on any clock of the receiver. */
    Place place(OptionalLong stamp, long arrivalUs) {
        Place place = stamp.isPresent() ? stamped(stamp.getAsLong(), arrivalUs) : unstamped(arrivalUs);
        long due = arrivals.arrivalOf(place.ptsUs, arrivalUs);
        lastDueUs = frozenUs > 0 ? arrivalUs : due;
        lastUs = place.ptsUs;
        lastArrivalUs = arrivalUs;
        begun = true;
        return place;
    }

    /** For how long, by arrival, the stamps have not grown; 0 in a stream without stamps. */
    long frozenUs() {
        return frozenUs;
    }

    /** The usual time from one picture to the next, µs; empty before the second picture. */
    OptionalLong usualIntervalUs() {
        long usual = interval.orElse(0);
        return usual > 0 ? OptionalLong.of(usual) : OptionalLong.empty();
    }

    private Place stamped(long raw, long arrivalUs) {
        if (!stamped) {
            stamped = true;
            lastRaw = raw;
            anchor(begun ? lastUs + step(arrivalUs) : 0);
            grewAtArrivalUs = arrivalUs;
            return new Place(anchorUs, Optional.empty(), 0);
        }
        ticks += wrapped(raw - lastRaw);
        lastRaw = raw;
        long wanted = anchorUs + Math.round((ticks - anchorTicks) * usPerTick);
        long step = wanted - lastUs;
        if (step < -BACK_US || beganAnew(step, arrivalUs)) {
            return reset(arrivalUs, "the camera's clock went back by " + seconds(-step));
        }
        // Behind its due time a picture may be by any network; ahead of it only by a clock that was set.
        long passed = Math.max(0, arrivalUs - arrivals.projected(lastUs));
        if (step > passed + AHEAD_US) {
            return reset(arrivalUs, "the camera's clock went ahead by " + seconds(step - passed));
        }
        if (step > 0) {
            grewAtArrivalUs = arrivalUs;
            frozenUs = 0;
            return natural(wanted, step);
        }
        frozenUs = arrivalUs - grewAtArrivalUs;
        return new Place(lastUs + 1, Optional.empty(), 0);
    }

    /** Soon after it first did a camera steps back by no more than it has sent; but it was silent before. */
    private boolean beganAnew(long step, long arrivalUs) {
        return step < -DISORDER * interval.orElse(assumedUs) && arrivalUs - lastDueUs - step > BACK_US;
    }

    private Place natural(long wanted, long step) {
        long missing = interval.missingIn(step);
        interval.add(step);
        return new Place(wanted, Optional.empty(), missing);
    }

    private Place reset(long arrivalUs, String detail) {
        long step = step(arrivalUs);
        long missing = interval.fittingInto(step, assumedUs);
        arrivals.forget();
        anchor(lastUs + step);
        grewAtArrivalUs = arrivalUs;
        frozenUs = 0;
        return new Place(anchorUs, Optional.of(detail), missing);
    }

    private Place unstamped(long arrivalUs) {
        if (!begun) {
            return new Place(0, Optional.empty(), 0);
        }
        if (stamped) {
            return new Place(lastUs + interval.orElse(assumedUs), Optional.empty(), 0);
        }
        // A late arrival says nothing of pictures that were lost: over such a connection they come late, and all of
        // them.
        long step = Math.max(1, arrivalUs - lastArrivalUs);
        interval.add(step);
        return new Place(lastUs + step, Optional.empty(), 0);
    }

    /**
     * What has passed where stamps do not tell: at least the usual interval. Since the last picture was due, and not since it
     * came: where this one ends the wait for the end of that one, both come at once.
     */
    private long step(long arrivalUs) {
        return Math.max(interval.orElse(assumedUs), arrivalUs - lastDueUs);
    }

    private void anchor(long atUs) {
        anchorTicks = ticks;
        anchorUs = atUs;
    }

    /** The smallest step, forward or back, that this difference may stand for. */
    private long wrapped(long difference) {
        if (wrapBits >= 64) {
            return difference;
        }
        int unused = 64 - wrapBits;
        return difference << unused >> unused;
    }

    private static String seconds(long us) {
        return String.format(Locale.ROOT, "%.1f s", us / 1e6);
    }
}
