package pose.e2e.chaos;

import java.time.Duration;
import org.awaitility.Awaitility;

/** Moments that have nothing to do with what anybody else does. */
public final class Moments {

    private Moments() {}

    /** Lets a time pass. */
    public static void await(Duration time) {
        long began = System.nanoTime();
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(time.plusSeconds(60))
                .until(() -> System.nanoTime() - began >= time.toNanos());
    }
}
