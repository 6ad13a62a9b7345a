package pose.trainer.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import pose.skeleton.Skeleton;

/**
 * People and labels that are not to be trusted: a text file, one {@code id} a line to leave a person out, or {@code
 * id,part} to leave one label of theirs out. An id is a sample's, a part one of the data set's own skeleton, before any
 * conversion. {@code #} begins a comment; blank lines mean nothing. Ids that a data set does not
 * have are counted in its summary.
 */
public final class ExcludeList {

    /** Leaves nothing out. */
    public static final ExcludeList NONE = new ExcludeList(Map.of());

    /** By id the parts left out; nobody's parts, an empty set, where the person is. */
    private final Map<String, Set<String>> entries;

    private ExcludeList(Map<String, Set<String>> entries) {
        this.entries = entries;
    }

    /**
     * Reads a list.
     *
     * @throws DataSetException where it cannot be read, or a line names a part that no skeleton has
     */
    public static ExcludeList read(Path file) throws DataSetException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new DataSetException("exclude list " + file + ": cannot be read: " + e);
        }
        Map<String, Set<String>> entries = new TreeMap<>();
        Set<String> wholly = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            int comma = line.lastIndexOf(',');
            String id = comma < 0 ? line : line.substring(0, comma).strip();
            String part = line.substring(comma + 1).strip();
            if (comma >= 0 && !isPart(part)) {
                throw new DataSetException("exclude list " + file + ", line " + (i + 1) + ": '" + part
                        + "' is no part; allowed: id or id,part with a part of " + Skeleton.names());
            }
            if (!id.isEmpty()) {
                Set<String> parts = entries.computeIfAbsent(id, key -> new HashSet<>());
                if (comma < 0) {
                    wholly.add(id);
                } else {
                    parts.add(part);
                }
            }
        }
        wholly.forEach(id -> entries.put(id, Set.of()));
        return new ExcludeList(entries);
    }

    private static boolean isPart(String part) {
        return Stream.of(Skeleton.names().split(", "))
                .flatMap(name -> Skeleton.named(name).stream())
                .anyMatch(skeleton -> skeleton.parts().contains(part));
    }

    /** Whether this person is left out. */
    public boolean excludes(String id) {
        Set<String> parts = entries.get(id);
        return parts != null && parts.isEmpty();
    }

    /** Whether this label is left out, or the person. */
    public boolean excludes(String id, String part) {
        Set<String> parts = entries.get(id);
        return parts != null && (parts.isEmpty() || parts.contains(part));
    }

    /** Every id it names. */
    Set<String> ids() {
        return entries.keySet();
    }
}
