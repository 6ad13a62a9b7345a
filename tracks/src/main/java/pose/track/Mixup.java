package pose.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two numbers under one of which somebody goes who is the other: the looks of whoever is seen fit the other far better. Either both
 * were taken for each other, as when they crossed; or somebody came back whom nobody knew again, and got a number more. Looks of
 * which both have the same decide nothing. Once put right, the same evidence speaks for leaving it so.
 *
 * @param seen one who is seen now
 * @param other one who is seen now as well, or whom nobody sees
 * @param anew whether the number of who is seen is only a second one
 */
record Mixup(Track seen, Track other, boolean anew) {

    /** How much likelier it must be that two were taken for each other: its logarithm. */
    private static final double SURE = 4;

    /** The same of somebody who came back: who comes is more often one who was there than somebody new. */
    private static final double SURE_ANEW = 1;

    /** Sightings of a region that its lasting colours must stand for. */
    private static final double KNOWN = 3;

    /** Sightings in the open that tell who is followed. */
    private static final double CLEAN = 4;

    /** The same of somebody who has not been followed for long. */
    private static final double CLEAN_ANEW = 1;

    /** The two of whom that is the most likely; empty where it is of nobody. */
    static Optional<Mixup> likeliest(List<Track> tracks) {
        Mixup likeliest = null;
        double most = 0;
        for (Track seen : tracks) {
            for (Track other : tracks) {
                if (seen.id() == other.id() || !other.numbered()) {
                    continue;
                }
                Mixup mixup = new Mixup(seen, other, cameWithout(seen, other));
                double likely = mixup.likely(tracks);
                if (likely > most) {
                    most = likely;
                    likeliest = mixup;
                }
            }
        }
        return Optional.ofNullable(likeliest);
    }

    /** Whether somebody came after the other was last seen to be there. */
    private static boolean cameWithout(Track seen, Track other) {
        return seen.memory().sinceUs() > other.memory().provenUs();
    }

    /** By how much it is likelier than it must be; nothing where not enough was seen. */
    private double likely(List<Track> tracks) {
        if (anew) {
            return isClear(seen, CLEAN_ANEW) ? cameBack(tracks) - SURE_ANEW : 0;
        }
        if (!isClear(seen, CLEAN) || (isOtherSeen() && !isClear(other, CLEAN))) {
            return 0;
        }
        return likelierAs(seen, other) + (isOtherSeen() ? likelierAs(other, seen) : 0) - SURE;
    }

    /** How much likelier whoever is seen is the other than somebody new, who may wear what those wear who are known. */
    private double cameBack(List<Track> tracks) {
        List<LastingLooks> known = tracks.stream()
                .filter(track -> track.numbered() && track.id() != seen.id() && track.id() != other.id())
                .map(track -> track.memory().lasting())
                .toList();
        return other.memory().lasting().familiar(seen.memory().recent(), known, KNOWN);
    }

    private static boolean isClear(Track track, double sightings) {
        return track.numbered()
                && track.missed() == 0
                && track.memory().recent().sightings() >= sightings;
    }

    /** How much likelier somebody is another, by the looks of late, than who their own number stands for. */
    private static double likelierAs(Track track, Track other) {
        return other.memory()
                .lasting()
                .likelierThan(track.memory().lasting(), track.memory().recent(), KNOWN);
    }

    /**
     * Anyone under their right number: who is seen under the other's, the other under theirs, others under their own. Where that
     * was a second number it ends; whoever went under the other's is nobody in particular, or, where nobody is seen, gone.
     */
    Optional<Track> putRight(Track track) {
        if (track.id() == seen.id()) {
            return Optional.of(seenPutRight());
        }
        if (track.id() != other.id()) {
            return Optional.of(track);
        }
        if (!anew) {
            return Optional.of(otherPutRight());
        }
        return isOtherSeen() ? Optional.of(other.anonymous()) : Optional.empty();
    }

    private boolean isOtherSeen() {
        return other.missed() == 0;
    }

    private Track seenPutRight() {
        return seen.as(other, false);
    }

    private Track otherPutRight() {
        return other.as(seen, !isOtherSeen());
    }

    /** Both are lost where they were thought to be, a second number for ever, and whoever is seen is found where they are. */
    List<TrackChange> told() {
        List<TrackChange> told = new ArrayList<>();
        told.add(TrackChange.of(anew ? TrackChange.Kind.LEFT : TrackChange.Kind.LOST, seen));
        if (!other.lost()) {
            told.add(TrackChange.of(TrackChange.Kind.LOST, other));
        }
        told.add(TrackChange.of(TrackChange.Kind.FOUND, seenPutRight()));
        if (isOtherSeen() && !anew) {
            told.add(TrackChange.of(TrackChange.Kind.FOUND, otherPutRight()));
        }
        return told;
    }
}
