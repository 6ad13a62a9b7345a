package pose.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two who were taken for each other, as when they crossed: the looks that go with their numbers fit far better the other way
 * round. Whoever is seen must have been seen in the open for some frames, and looks of which both have the same, as team mates
 * do, decide nothing. Once put right, the same evidence speaks for leaving it so.
 *
 * @param seen one who is seen now
 * @param other one who is seen now as well, or whom nobody sees
 */
record Mixup(Track seen, Track other) {

    /** How much likelier the exchange must be: its logarithm. */
    private static final double SURE = 6;

    /** Sightings of a region that its lasting colours must stand for. */
    private static final double KNOWN = 3;

    /** Sightings in the open that tell who is followed. */
    private static final double CLEAN = 4;

    /** The two of whom that is the most likely; empty where it is of nobody. */
    static Optional<Mixup> likeliest(List<Track> tracks) {
        Mixup likeliest = null;
        double most = SURE;
        for (Track seen : tracks) {
            for (Track other : tracks) {
                double likely = seen.id() == other.id() ? 0 : likely(seen, other);
                if (likely > most) {
                    most = likely;
                    likeliest = new Mixup(seen, other);
                }
            }
        }
        return Optional.ofNullable(likeliest);
    }

    private static double likely(Track seen, Track other) {
        if (!isClear(seen) || !other.numbered() || (other.missed() == 0 && !isClear(other))) {
            return 0;
        }
        double likely = fitsBetter(seen, other);
        return other.missed() == 0 ? likely + fitsBetter(other, seen) : likely;
    }

    private static boolean isClear(Track track) {
        return track.numbered()
                && track.missed() == 0
                && track.memory().recent().sightings() >= CLEAN;
    }

    /** How much better somebody's looks of late fit another number than their own. */
    private static double fitsBetter(Track track, Track other) {
        return track.memory()
                .recent()
                .fitBetter(other.memory().lasting(), track.memory().lasting(), KNOWN);
    }

    /** Anyone under their right number: both of these under the other's, others under their own. */
    Track putRight(Track track) {
        if (track.id() == seen.id()) {
            return seenPutRight();
        }
        return track.id() == other.id() ? otherPutRight() : track;
    }

    private Track seenPutRight() {
        return seen.as(other, false);
    }

    private Track otherPutRight() {
        return other.as(seen, other.missed() > 0);
    }

    /** Both are lost where they were thought to be, and whoever is seen is found where they are. */
    List<TrackChange> told() {
        List<TrackChange> told = new ArrayList<>();
        told.add(TrackChange.of(TrackChange.Kind.LOST, seen));
        if (!other.lost()) {
            told.add(TrackChange.of(TrackChange.Kind.LOST, other));
        }
        told.add(TrackChange.of(TrackChange.Kind.FOUND, seenPutRight()));
        if (other.missed() == 0) {
            told.add(TrackChange.of(TrackChange.Kind.FOUND, otherPutRight()));
        }
        return told;
    }
}
