package pose.trainer;

import pose.cpm.VersionId;

/**
 * What a finished run became.
 *
 * @param place where it is, for people: the version's folder, or its address in a bucket
 */
public record PublishedResult(VersionId id, String place) {}
