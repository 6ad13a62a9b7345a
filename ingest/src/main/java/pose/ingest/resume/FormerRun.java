package pose.ingest.resume;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import pose.ingest.IngestException;

/** The run of a live camera before this one, where it ended so lately that somebody will miss what came between. */
public final class FormerRun {

    /** A camera that was off for longer was off, not away. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final long MOST_RECORDS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private FormerRun() {}

    /**
     * When the camera's last frame on the topic was taken, µs since 1970 UTC; empty where that is long ago, or not to be found
     * with little effort.
     *
     * @param kafka client settings
     */
    public static synchronized OptionalLong lastCaptureUs(Properties kafka, String camera, Clock clock) {
        // One after the other, by the lock: each takes a connection and some memory.
        try (CameraTail tail = CameraTail.open(kafka, camera, PATIENCE)) {
            Optional<LastFrame> last = tail.findAmong(MOST_RECORDS);
            long earliest = TimeUnit.MILLISECONDS.toMicros(clock.millis() - LATELY.toMillis());
            return last.isPresent() && last.get().captureTimeUs() > earliest
                    ? OptionalLong.of(last.get().captureTimeUs())
                    : OptionalLong.empty();
        } catch (KafkaException | IngestException e) {
            // A gap less is told; that is no reason not to begin.
            return OptionalLong.empty();
        }
    }
}
