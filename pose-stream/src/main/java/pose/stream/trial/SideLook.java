package pose.stream.trial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import pose.stream.BatchInference;
import pose.stream.FrameBatch;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Inferred;

/**
 * What a version sees in one frame, looked at alone.
 *
 * @param took the engine's time
 */
record SideLook(Inferred seen, Duration took) {

    /** Looks; empty where the frame cannot be looked at. Throws what the engine throws. */
    static Optional<SideLook> at(FrameRequest frame, BatchInference version, LongSupplier nanoClock) {
        try (FrameBatch batch = version.prepare(List.of(frame))) {
            batch.awaitPrepared();
            long began = nanoClock.getAsLong();
            List<FrameResult> results = batch.infer();
            Duration took = Duration.ofNanos(nanoClock.getAsLong() - began);
            return results.get(0) instanceof Inferred seen ? Optional.of(new SideLook(seen, took)) : Optional.empty();
        }
    }
}
