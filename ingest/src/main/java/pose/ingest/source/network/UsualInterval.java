package pose.ingest.source.network;

import java.util.Arrays;

/**
 * The time from one picture to the next as a stream has it lately, and how many pictures fit into a hole. A stream is regular
 * while its last {@value #REMEMBERED} steps are whole multiples of the usual one, give or take a quarter of it: then, and only
 * then, a long step tells how many pictures are missing.
 */
final class UsualInterval {

    private static final int REMEMBERED = 9;
    private static final double TOLERANCE = 0.25;

    private final long[] recent = new long[REMEMBERED];
    private int seen;

    void add(long us) {
        recent[seen % REMEMBERED] = us;
        seen++;
    }

    /** The median of the last few, or the given where there are none. */
    long orElse(long assumedUs) {
        return seen == 0 ? assumedUs : median();
    }

    /** How many pictures are missing in a step this long; 0 where the stream is too irregular to tell. */
    long missingIn(long us) {
        if (!regular()) {
            return 0;
        }
        return Math.max(0, Math.round((double) us / median()) - 1);
    }

    /** How many pictures would have fitted into a step this long at the usual interval, or at the given one. */
    long fittingInto(long us, long assumedUs) {
        return Math.max(0, Math.round((double) us / orElse(assumedUs)) - 1);
    }

    private boolean regular() {
        if (seen < REMEMBERED) {
            return false;
        }
        long usual = median();
        return usual > 0 && Arrays.stream(recent).allMatch(us -> isMultiple(us, usual));
    }

    private static boolean isMultiple(long us, long usual) {
        long times = Math.max(1, Math.round((double) us / usual));
        return Math.abs(us - times * usual) <= TOLERANCE * usual;
    }

    private long median() {
        long[] sorted = Arrays.copyOf(recent, Math.min(seen, REMEMBERED));
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
