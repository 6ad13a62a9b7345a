package pose.stream.weights;

import java.time.Duration;
import java.util.Optional;
import pose.cpm.VersionId;
import pose.stream.LoadedVersion;

/** What came of loading a version. */
sealed interface LoadOutcome<L extends LoadedVersion> {

    VersionId version();

    /** The version, where it is in memory. */
    default Optional<Loaded<L>> loaded() {
        return Optional.empty();
    }

    /**
     * It is in memory and has been warmed up; whoever got it closes it or hands it on.
     *
     * @param manifestSha256 of the version's manifest, which stands for all of its bytes
     * @param standard what it did in its warm-up
     * @param took from being wanted until now
     */
    record Loaded<L extends LoadedVersion>(
            VersionId version, String manifestSha256, L model, Standard standard, Duration took)
            implements LoadOutcome<L> {

        @Override
        public Optional<Loaded<L>> loaded() {
            return Optional.of(this);
        }

        LastGood.Memory memory() {
            return new LastGood.Memory(version, manifestSha256, model.skeleton());
        }
    }

    /**
     * It will not be put to work.
     *
     * @param detail one line for people
     */
    record Refused<L extends LoadedVersion>(VersionId version, RefusalReason reason, String detail)
            implements LoadOutcome<L> {}

    /**
     * The store did not answer, so nothing is known of it: worth another try.
     *
     * @param detail one line for people
     */
    record Unreachable<L extends LoadedVersion>(VersionId version, String detail) implements LoadOutcome<L> {}
}
