package pose.stream;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether a candidate's engine has failed. One failure is enough: cameras are not tried on it twice. */
final class CandidateHealth {

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    boolean failed() {
        return failure.get() != null;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Returns whether this is the first failure. */
    boolean fail(Throwable cause) {
        return failure.compareAndSet(null, cause);
    }
}
