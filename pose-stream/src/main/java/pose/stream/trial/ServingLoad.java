package pose.stream.trial;

import java.time.Duration;
import java.util.Optional;

/** How busy the stream is with what it is there for. */
@FunctionalInterface
public interface ServingLoad {

    /** How long the frame has waited for its pose that has waited longest; empty where none waits. Answers at once. */
    Optional<Duration> oldestWaiting();
}
