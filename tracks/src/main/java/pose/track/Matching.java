package pose.track;

import java.util.Arrays;
import java.util.List;
import pose.skeleton.Oks;
import pose.skeleton.Skeleton;

/**
 * Who of those expected is whom of those seen. The cost of a pair is how unlikely it is: by motion, the negative
 * logarithm of the likelihood of the sighting given where the track is expected, by pose, how far the object
 * keypoint similarity with the last pose, moved there, is below the usual, and by looks, how far the colours are from those
 * remembered. So the direction in which people run decides when they cross; a
 * track unseen for long, of which little is known, yields to one that is known well.
 */
final class Matching {

    /** Squared Mahalanobis distance beyond which nobody goes: 99.9 % of chi-squared with 3 degrees of freedom. */
    private static final double GATE = 16.3;

    /** The same for whoever looks the same. */
    private static final double LOOKS_GATE = 200;

    /** What a pair is worth before its cost; enough that whoever is within the gate rather goes than not. */
    private static final double WORTH = 34;

    /** What an altogether different pose costs more than the same. */
    private static final double POSE_WEIGHT = 10;

    /**
     * How alike the next pose of the same person is as a rule. Measured from here, an old pose, which counts less, is no
     * cheaper than a new one.
     */
    private static final double NEUTRAL = 0.7;

    /** A pose says less the older it is: time constant. */
    private static final double POSE_SECONDS = 0.3;

    /** Looks speak against a pair by so much at most: whoever is about where one expects them is not refused in another light. */
    private static final double MOST_BY_LOOKS = 18;

    /** Share of the square around a person that the person covers, as COCO's areas do. */
    private static final double COVERED = 0.25;

    private Matching() {}

    /**
     * Matches at the least cost over all.
     *
     * @return for each expected one the index of the sighting, or −1
     */
    static int[] match(List<Track.Expected> expected, List<SeenPerson> people, Skeleton skeleton) {
        return match(expected, people, skeleton, GATE);
    }

    /** The same, where whoever looks the same may have gone farther than one expects. */
    static int[] matchByLooks(List<Track.Expected> expected, List<SeenPerson> people, Skeleton skeleton) {
        return match(expected, people, skeleton, LOOKS_GATE);
    }

    private static int[] match(
            List<Track.Expected> expected, List<SeenPerson> people, Skeleton skeleton, double looksGate) {
        double[][] cost = new double[expected.size()][people.size()];
        for (int row = 0; row < expected.size(); row++) {
            for (int column = 0; column < people.size(); column++) {
                cost[row][column] = cost(expected.get(row), people.get(column), skeleton, looksGate);
            }
        }
        if (people.isEmpty()) {
            int[] nobody = new int[expected.size()];
            Arrays.fill(nobody, -1);
            return nobody;
        }
        int[] columnOf = Assignment.solve(cost);
        for (int row = 0; row < columnOf.length; row++) {
            if (columnOf[row] >= 0 && cost[row][columnOf[row]] >= 0) {
                columnOf[row] = -1;
            }
        }
        return columnOf;
    }

    /** Below 0, or 0 where the two are not to go together. */
    private static double cost(Track.Expected expected, SeenPerson person, Skeleton skeleton, double looksGate) {
        if (!person.hasPlace()) {
            return 0;
        }
        double surprise = expected.motion().surprise(person);
        boolean near = surprise <= GATE;
        if (!near && !(surprise <= looksGate && expected.memory().looksLike(person))) {
            return 0;
        }
        double unlikely = Math.min(GATE, surprise) / 2 + expected.motion().vagueness();
        double looks = Math.min(MOST_BY_LOOKS, expected.memory().against(person));
        return Math.min(0, unlikely + unlike(expected, person, skeleton) + looks - WORTH);
    }

    private static double unlike(Track.Expected expected, SeenPerson person, Skeleton skeleton) {
        if (expected.pose().size() != skeleton.size()) {
            return 0;
        }
        double extent = expected.motion().extent();
        double alike = Oks.between(skeleton, expected.pose(), person.keypoints(), COVERED * extent * extent);
        return !Double.isFinite(alike)
                ? 0
                : POSE_WEIGHT * (NEUTRAL - alike) * Math.exp(-expected.unseenSeconds() / POSE_SECONDS);
    }
}
