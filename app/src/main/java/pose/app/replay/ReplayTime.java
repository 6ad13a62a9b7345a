package pose.app.replay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The time that a replay keeps to; a fake in tests. */
interface ReplayTime {

    /** This machine's own. */
    ReplayTime SYSTEM = new ReplayTime() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long epochMicros() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        }

        @Override
        public void park(long nanos) {
            LockSupport.parkNanos(nanos);
        }
    };

    /** As {@link System#nanoTime}. */
    long nanos();

    /** µs since 1970 UTC. */
    long epochMicros();

    /** Waits this long, or less. */
    void park(long nanos);

    /**
     * Waits for a moment of {@link #nanos}.
     *
     * @param stopped is asked whenever the wait was cut short: unpark the waiting thread to have it looked at
     * @return whether the moment has come; false where the wait was stopped
     */
    default boolean await(long moment, BooleanSupplier stopped) {
        for (long early = moment - nanos(); early > 0; early = moment - nanos()) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            park(early);
        }
        return !stopped.getAsBoolean();
    }
}
