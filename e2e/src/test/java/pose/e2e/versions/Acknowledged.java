package pose.e2e.versions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pose.channel.Active;
import pose.cpm.VersionId;

/** What workers were told is done, read from their lines. */
final class Acknowledged {

    private static final String PUBLISHED = "published ";
    private static final String ACTIVATED = "activated ";
    private static final String DELETED = "deleted ";
    private static final String REFUSED = "refused ";

    private final List<VersionId> published = new ArrayList<>();
    private final Map<Long, VersionId> activated = new HashMap<>();
    private final List<VersionId> deleted = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    static String published(VersionId version) {
        return PUBLISHED + version;
    }

    static String activated(Active active) {
        return ACTIVATED + active.offset() + " " + active.version();
    }

    static String deleted(VersionId version) {
        return DELETED + version;
    }

    static String refused(String why) {
        return REFUSED + why;
    }

    /** Adds what one of them said; a last line that was cut off counts as not said. */
    void add(String out) {
        out.substring(0, out.lastIndexOf('\n') + 1).lines().forEach(this::addLine);
    }

    private void addLine(String line) {
        if (line.startsWith(PUBLISHED)) {
            published.add(VersionId.parse(line.substring(PUBLISHED.length())));
        } else if (line.startsWith(DELETED)) {
            deleted.add(VersionId.parse(line.substring(DELETED.length())));
        } else if (line.startsWith(REFUSED)) {
            refused.add(line.substring(REFUSED.length()));
        } else if (line.startsWith(ACTIVATED)) {
            int space = line.indexOf(' ', ACTIVATED.length());
            activated.put(
                    Long.parseLong(line.substring(ACTIVATED.length(), space)),
                    VersionId.parse(line.substring(space + 1)));
        } else {
            throw new AssertionError("a worker says '" + line + "'");
        }
    }

    List<VersionId> published() {
        return published;
    }

    /** By the offset of the record that says so. */
    Map<Long, VersionId> activated() {
        return activated;
    }

    List<VersionId> deleted() {
        return deleted;
    }

    List<String> refused() {
        return refused;
    }
}
