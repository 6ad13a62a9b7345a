package pose.app.metrics;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * Whether a stream must be restarted, and whether it keeps up.
 *
 * @param readyWithin how long a frame may wait in this process while it still counts as ready
 */
record Health(StreamView stream, EngineWatch engine, Duration readyWithin) {

    /** A batch of the largest network on a slow machine takes minutes; a restart would only cost more. */
    private static final Duration STUCK = Duration.ofMinutes(10);

    /** Fails where only a restart helps: the stream has stopped, or frames wait and the engine gives nothing back. */
    Verdict live() {
        Map<String, String> failing = new LinkedHashMap<>();
        State state = stream.state();
        Optional<Throwable> failure = stream.failure();
        if (failure.isPresent()) {
            failing.put("stream", "stopped: " + oneLine(failure.get()));
        } else if (state == State.ERROR || state == State.PENDING_ERROR || state == State.NOT_RUNNING) {
            failing.put("stream", state + "; it does not run any more");
        }
        Duration silence = engine.silence();
        if (silence.compareTo(STUCK) > 0
                && stream.oldestWaiting()
                        .filter(wait -> wait.compareTo(STUCK) > 0)
                        .isPresent()) {
            failing.put("engine", "has given nothing back for " + seconds(silence) + " while frames wait");
        }
        return new Verdict(failing);
    }

    /** Fails while frames that were read, or would be, are not looked at in time. */
    Verdict ready() {
        Map<String, String> failing = new LinkedHashMap<>(live().failing());
        State state = stream.state();
        if (state != State.RUNNING) {
            failing.putIfAbsent("stream", state + "; it must be RUNNING");
        }
        if (stream.weights().isEmpty()) {
            failing.put("model", stream.waitsForWeights().orElse("not loaded yet"));
        }
        stream.oldestWaiting()
                .filter(wait -> wait.compareTo(readyWithin) > 0)
                .ifPresent(wait -> failing.put(
                        "oldest_frame",
                        "has waited " + seconds(wait) + "; at most " + seconds(readyWithin) + " are allowed"));
        return new Verdict(failing);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String oneLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\R", " ");
    }

    /**
     * How it stands.
     *
     * @param failing each condition that fails, and why; empty where all is well
     */
    record Verdict(Map<String, String> failing) {

        boolean holds() {
            return failing.isEmpty();
        }
    }
}
