package pose.ingest.source.network;

import java.util.OptionalDouble;

/**
 * Leaves pictures of a live source out, so that no more than so many a second are left: the first at or after each tick k / fps
 * of its time line. None is repeated, since the next one is still to come.
 */
final class LiveRate {

    /** A picture this much before a tick stands for it: stamps are rounded. */
    private static final double EARLY_TICKS = 0.05;

    private final OptionalDouble fps;
    private long lastTick = -1;

    LiveRate(OptionalDouble fps) {
        this.fps = fps;
    }

    /** Whether to keep the picture at this time. */
    boolean keeps(long ptsUs) {
        if (fps.isEmpty()) {
            return true;
        }
        long tick = (long) Math.floor(ptsUs * fps.getAsDouble() / 1e6 + EARLY_TICKS);
        if (tick <= lastTick) {
            return false;
        }
        lastTick = tick;
        return true;
    }

    /** How many of the source's pictures so many that are missing would have been of those kept. */
    long kept(long missing, long intervalUs) {
        return fps.isEmpty() ? missing : Math.min(missing, Math.round(missing * intervalUs * fps.getAsDouble() / 1e6));
    }
}
