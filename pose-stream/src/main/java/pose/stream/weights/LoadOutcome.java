package pose.stream.weights;

import java.time.Duration;
import pose.cpm.VersionId;
import pose.stream.LoadedModel;

/** What came of loading a version. */
sealed interface LoadOutcome {

    VersionId version();

    /**
     * It is in memory and has been warmed up; whoever got it closes it or hands it on.
     *
     * @param manifestSha256 of the version's manifest, which stands for all of its bytes
     * @param standard what it did in its warm-up
     * @param took from being wanted until now
     */
    record Loaded(VersionId version, String manifestSha256, LoadedModel model, Standard standard, Duration took)
            implements LoadOutcome {

        LastGood.Memory memory() {
            return new LastGood.Memory(version, manifestSha256, model.skeleton());
        }
    }

    /**
     * It will not be put to work.
     *
     * @param detail one line for people
     */
    record Refused(VersionId version, RefusalReason reason, String detail) implements LoadOutcome {}

    /**
     * The store did not answer, so nothing is known of it: worth another try.
     *
     * @param detail one line for people
     */
    record Unreachable(VersionId version, String detail) implements LoadOutcome {}
}
