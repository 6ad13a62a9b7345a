package pose.app.replay;

/**
 * One time line for all cameras of a pass: what was taken at {@code originUs} is due at the start, what was taken later is due
 * later by as much, divided by the speed.
 *
 * @param originUs on the footage's own time line, µs
 * @param startNanos on {@link ReplayTime#nanos}
 * @param startUs the same moment, µs since 1970 UTC
 * @param speed seconds of footage a second
 */
record ReplayClock(long originUs, long startNanos, long startUs, double speed) {

    /** When what was taken then is due, on {@link ReplayTime#nanos}. */
    long dueNanos(long timeUs) {
        return startNanos + Math.round((timeUs - originUs) * 1e3 / speed);
    }

    /** When what was taken then is taken in the replay, µs since 1970 UTC: the same moment. */
    long captureTimeUs(long timeUs) {
        return startUs + Math.round((timeUs - originUs) / speed);
    }
}
