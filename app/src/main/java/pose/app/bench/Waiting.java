package pose.app.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import pose.app.UserMistake;

/**
 * Waits for what takes its time, and gives up when the user does.
 *
 * @param stop whether the user has asked the program to end
 */
record Waiting(BooleanSupplier stop) {

    private static final Duration TICK = Duration.ofMillis(50);

    /** @throws UserMistake where the user has asked the program to end */
    void check() {
        if (stop.getAsBoolean()) {
            throw new UserMistake("stopped before it was done; there are no figures");
        }
    }

    /**
     * Waits until something is so.
     *
     * @param done asked twenty times a second; throws where it never will be
     * @param longest how long at most
     * @param what is missing where it takes longer
     * @throws UserMistake where the time is over, or the user has asked the program to end
     */
    void until(BooleanSupplier done, Duration longest, String what) {
        long began = System.nanoTime();
        while (!done.getAsBoolean()) {
            check();
            if (System.nanoTime() - began > longest.toNanos()) {
                throw new UserMistake(what + " within " + longest.toSeconds() + " s");
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
    }
}
