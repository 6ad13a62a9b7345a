package pose.cpm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which weights version: {@code NAME/VERSION}, e.g. {@code lite/2026-11-21.4}.
 *
 * @param name the model's name; 1 to 100 letters, digits, dots, dashes and underscores, the first a letter or digit
 * @param version within the name; the same
 */
public record VersionId(String name, String version) implements Comparable<VersionId> {

    private static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final Pattern BOTH = Pattern.compile("(" + WORD + ")/(" + WORD + ")");

    public VersionId {
        if (!BOTH.matcher(name + "/" + version).matches()) {
            throw new IllegalArgumentException("'" + name + "/" + version + "' is no weights version; " + allowed());
        }
    }

    /**
     * The version that is written so.
     *
     * @throws IllegalArgumentException where it is none, saying what is allowed
     */
    public static VersionId parse(String text) {
        Matcher both = BOTH.matcher(text);
        if (!both.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no weights version; " + allowed());
        }
        return new VersionId(both.group(1), both.group(2));
    }

    private static String allowed() {
        return "allowed: NAME/VERSION, each 1 to 100 letters, digits, dots, dashes and underscores, the first a letter "
                + "or digit";
    }

    @Override
    public int compareTo(VersionId other) {
        int names = name.compareTo(other.name);
        return names != 0 ? names : version.compareTo(other.version);
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
