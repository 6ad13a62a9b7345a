package pose.app.command;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** How long looking at people took, apart from reading pictures. */
final class LookSpeed {

    private final LongAdder nanos = new LongAdder();

    <T> T timed(Supplier<T> work) {
        long from = System.nanoTime();
        T done = work.get();
        nanos.add(System.nanoTime() - from);
        return done;
    }

    double perSecond(int people) {
        return 1e9 * people / nanos.sum();
    }
}
