package pose.stream.weights;

import java.util.Optional;
import pose.channel.Active;
import pose.channel.PinnedVersion;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

/**
 * A version that is to be loaded.
 *
 * @param sha256 of its weights, in lower-case hexadecimal; empty where that is not known
 * @param manifestSha256 the same of its manifest
 */
record Wanted(VersionId id, String sha256, String manifestSha256) {

    /** What a channel points to. */
    static Wanted by(Active record) {
        PinnedVersion pinned = record.pinned();
        return new Wanted(pinned.id(), pinned.sha256(), pinned.manifestSha256());
    }

    /** Whatever bytes have this name. */
    static Wanted named(VersionId id) {
        return new Wanted(id, "", "");
    }

    /** What a version that was read is not; empty where it is the one that is wanted. */
    Optional<WarmUp.Fault> differenceTo(WeightsVersion version) {
        if (!version.id().equals(id)) {
            return differs("its manifest calls itself " + version.id());
        }
        if (!manifestSha256.isEmpty() && !manifestSha256.equals(version.manifestSha256())) {
            return differs(
                    "its manifest's SHA-256 is " + version.manifestSha256() + "; " + manifestSha256 + " was activated");
        }
        if (!sha256.isEmpty() && !sha256.equals(version.sha256())) {
            return differs("its weights' SHA-256 is " + version.sha256() + "; " + sha256 + " was activated");
        }
        return Optional.empty();
    }

    private Optional<WarmUp.Fault> differs(String how) {
        return Optional.of(new WarmUp.Fault(RefusalReason.NOT_AS_ACTIVATED, how));
    }
}
