package pose.app.replay;

/** Time that passes only while someone waits. */
final class FakeTime implements ReplayTime {

    static final long START_US = 1_800_000_000_000_000L;

    private long nanos;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long epochMicros() {
        return START_US + nanos / 1000;
    }

    @Override
    public void park(long forNanos) {
        // A wait may end early.
        nanos += Math.max(1, forNanos / 2);
    }

    void pass(long forNanos) {
        nanos += forNanos;
    }
}
