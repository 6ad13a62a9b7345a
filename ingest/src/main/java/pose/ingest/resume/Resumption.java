package pose.ingest.resume;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import pose.ingest.Fingerprint;
import pose.ingest.FrameSource;
import pose.ingest.IngestException;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;

/**
 * Takes a recording up where an earlier run left it: in the same epoch, at the sequence behind the camera's last frame on the
 * topic. What a run has on the topic has no hole (the producer is idempotent), so that its last frame tells all.
 *
 * <p>A process that was killed may have frames on their way still: the broker goes on reading what arrived before the connection
 * broke. They are waited for: nothing is published before the camera has been silent for a second.
 */
public final class Resumption {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration LONGEST_NOISE = Duration.ofSeconds(10);

    private Resumption() {}

    /**
     * Opens a recording for a camera: from its start where the topic has no frame of the camera, otherwise behind those that it
     * has, which are read but not encoded. Its {@link FrameSource#firstSequence()} tells which.
     *
     * @param kafka client settings
     * @param clock tells the epoch of a run that begins
     * @throws SourceException where the source cannot be read, or is live and cannot be taken up
     * @throws IngestException where the camera's last frame is of another source, the camera is being published at this moment,
     *     or Kafka does not answer
     */
    public static FrameSource open(String url, SourceOptions options, Properties kafka, String camera, Clock clock)
            throws SourceException, IngestException {
        Fingerprint wanted = FrameSources.fingerprint(url, options)
                .orElseThrow(() -> new SourceException(
                        "only a recording that is read as fast as it can be is taken up again (resume): a file, a folder of "
                                + "pictures or synthetic:, without realtime"));
        Optional<LastFrame> last = lastFrame(kafka, camera);
        if (last.isEmpty()) {
            return FrameSources.open(url, options, clock);
        }
        requireSame(camera, wanted, last.get());
        Instant epoch = Instant.EPOCH.plus(last.get().epochUs(), ChronoUnit.MICROS);
        return FrameSources.openBehind(url, options, epoch, last.get().sequence() + 1);
    }

    private static Optional<LastFrame> lastFrame(Properties kafka, String camera) throws IngestException {
        try (CameraTail tail = CameraTail.open(kafka, camera, PATIENCE)) {
            Optional<LastFrame> unused = tail.find();
            return tail.settle(QUIET, LONGEST_NOISE);
        } catch (KafkaException e) {
            throw new IngestException("the last frame of camera " + camera + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireSame(String camera, Fingerprint wanted, LastFrame last) throws IngestException {
        if (last.source().isEmpty()) {
            throw new IngestException("the last frame of camera " + camera + " (epoch " + last.epochUs() + ", sequence "
                    + last.sequence() + ") does not say what it was read from, so it cannot be taken up with "
                    + wanted.description());
        }
        Fingerprint former = last.source().get();
        if (!former.sameAs(wanted)) {
            throw new IngestException("camera " + camera + " cannot be taken up: its last frame (epoch "
                    + last.epochUs()
                    + ", sequence " + last.sequence() + ") is of another source or was read in another way: there "
                    + former.description() + "; here " + wanted.description());
        }
    }
}
