package pose.ingest.source.network;

import java.util.TreeSet;

/**
 * Which pictures of a damaged stream can be trusted. Pictures build on those before them in the order of their coding, in which
 * they are numbered; they come out of the decoder in the order in which they are shown, which may be another. One can be trusted
 * where the last picture that stands alone, and has come out already, was coded after the last damage before it.
 */
final class Damage {

    private final TreeSet<Long> damaged = new TreeSet<>();
    private long lastAlone;

    /** The picture with this number is damaged, or lost: others may build on it. */
    void at(long number) {
        damaged.add(number);
    }

    /** Whether the picture with this number, the next that comes out, can be trusted, being whole itself. */
    boolean spares(long number, boolean standsAlone) {
        if (standsAlone) {
            lastAlone = Math.max(lastAlone, number);
            damaged.headSet(lastAlone).clear();
        }
        Long before = damaged.floor(number);
        return before == null || before < lastAlone;
    }
}
