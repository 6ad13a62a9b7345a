package pose.stream;

import java.util.Optional;
import pose.cpm.BadWeightsException;
import pose.cpm.WeightsVersion;

/**
 * Loads versions of one kind that were read and checked.
 *
 * @param <L> what a loaded one is
 */
public interface VersionLoading<L extends LoadedVersion> {

    /** Why a version is of another kind, in one line for people; empty where it is of this one. */
    Optional<String> otherKind(WeightsVersion version);

    /**
     * Loads a version.
     *
     * @throws BadWeightsException where the weights do not fit their manifest
     */
    L load(WeightsVersion version) throws BadWeightsException;
}
