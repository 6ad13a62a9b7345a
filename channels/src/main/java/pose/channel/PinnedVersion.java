package pose.channel;

import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

/**
 * A version with its checksums, so that nobody can mean other bytes by its name.
 *
 * @param sha256 of the weights, lower-case hexadecimal
 * @param manifestSha256 of the manifest, which names the SHA-256 of every other file
 */
public record PinnedVersion(VersionId id, String sha256, String manifestSha256) {

    /** What was read and checked. */
    public static PinnedVersion of(WeightsVersion version) {
        return new PinnedVersion(version.id(), version.sha256(), version.manifestSha256());
    }
}
