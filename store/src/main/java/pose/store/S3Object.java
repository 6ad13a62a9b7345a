package pose.store;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;

/**
 * A file of a version, or of one that was to be, as an object of a bucket.
 *
 * @param name below the store's place: {@code <name>/<version>/manifest.json} or {@code <name>/<version>/<SHA-256>.<file>}
 */
record S3Object(String name, VersionId id, boolean isManifest, Instant modified) {

    private static final Pattern NAME = Pattern.compile("([^/]+/[^/]+)/(manifest\\.json|[0-9a-f]{64}\\.[^/]+)");

    static String name(VersionId id, String manifest) {
        return id + "/" + manifest;
    }

    static String name(VersionId id, String sha256, String file) {
        return id + "/" + sha256 + "." + file;
    }

    /** Nothing for an object that is none of a store's: it is no business of ours. */
    static Optional<S3Object> of(S3Bucket.Listed listed) {
        Matcher parts = NAME.matcher(listed.name());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            VersionId id = VersionId.parse(parts.group(1));
            return Optional.of(
                    new S3Object(listed.name(), id, parts.group(2).equals(WeightsVersion.MANIFEST), listed.modified()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
