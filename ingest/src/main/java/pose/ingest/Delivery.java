package pose.ingest;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What became of one run's frames. Told by the producer's thread, asked by the publishing one. */
final class Delivery {

    private final String camera;
    private final long epochUs;
    private long frames;
    private long bytes;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private @Nullable Exception failure;

    Delivery(String camera, long epochUs) {
        this.camera = camera;
        this.epochUs = epochUs;
    }

    synchronized void completed(long sequence, int size, @Nullable Exception sendFailure) {
        if (sendFailure != null) {
            // The first is the reason, those after it are mostly its consequences.
            failure = failure == null ? sendFailure : failure;
            return;
        }
        frames++;
        bytes += size;
        first = Math.min(first, sequence);
        last = Math.max(last, sequence);
    }

    synchronized Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    synchronized IngestReport report() {
        boolean any = frames > 0;
        return new IngestReport(
                camera,
                epochUs,
                frames,
                bytes,
                any ? OptionalLong.of(first) : OptionalLong.empty(),
                any ? OptionalLong.of(last) : OptionalLong.empty());
    }
}
