package pose.channel;

import java.util.Optional;
import pose.cpm.VersionId;

/** The keys of records that say of a version that it is gone: {@code MODEL/retired/VERSION}. */
final class RetiredKey {

    static final String FOLDER = "retired";
    private static final String BETWEEN = "/" + FOLDER + "/";

    private RetiredKey() {}

    static String of(VersionId version) {
        return version.name() + BETWEEN + version.version();
    }

    /** What such a record has in place of a channel's name. */
    static String channel(VersionId version) {
        return FOLDER + "/" + version.version();
    }

    /**
     * The version whose key this is; empty where it is another key.
     *
     * @throws IllegalArgumentException where it is such a key of no version
     */
    static Optional<VersionId> parse(String key) {
        int at = key.indexOf(BETWEEN);
        return at < 0
                ? Optional.empty()
                : Optional.of(new VersionId(key.substring(0, at), key.substring(at + BETWEEN.length())));
    }
}
