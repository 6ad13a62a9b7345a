package pose.ingest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a source is, with what it takes to be let in: a URL or a file's path. Whatever prints it prints {@link #shown()}, which has
 * neither user nor password.
 */
public final class SourceAddress {

    /** Up to the last at sign before the path: passwords with an at sign of their own stay hidden too. */
    private static final Pattern USER = Pattern.compile("(?s)^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/?#]*@");

    /** A password that was not encoded may hold a slash; then only what follows the last at sign is surely the host. */
    private static final Pattern USER_WITH_SLASH = Pattern.compile("(?s)^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/?#:]*:[^?#]*@");

    private static final Pattern SECRET = Pattern.compile(
            "(?i)([?&;][^=&;#]*(?:pass|pwd|token|secret|key|auth|sig|credential|session)[^=&;#]*=)[^&;#]*");

    private final String full;
    private final String shown;

    private final List<String> secrets;

    private SourceAddress(String full, String shown, List<String> secrets) {
        this.full = full;
        this.shown = shown;
        this.secrets = List.copyOf(secrets);
    }

    /** An address as it was written, secrets and all. */
    public static SourceAddress of(String full) {
        return new SourceAddress(full, hide(full), List.of());
    }

    /**
     * An address that was put together.
     *
     * @param written with references in place of some of what {@code full} has; it is this that is shown, without user and
     *     password
     * @param secrets what was put in, as it is in {@code full} and in whatever other forms
     */
    public static SourceAddress of(String full, String written, List<String> secrets) {
        return new SourceAddress(full, hide(written), secrets);
    }

    private static String hide(String full) {
        Matcher user = USER.matcher(full);
        String anonymous = user.find()
                ? user.replaceFirst("$1")
                : USER_WITH_SLASH.matcher(full).replaceFirst("$1");
        return anonymous.contains("://") ? SECRET.matcher(anonymous).replaceAll("$1***") : anonymous;
    }

    /** For whoever opens it; never for anything that is kept or shown. */
    public String full() {
        return full;
    }

    /** Without user and password, and with stars for what a query's names say is secret. */
    public String shown() {
        return shown;
    }

    /** What was put in for references; never to be shown, wherever in the address it stands. */
    public List<String> secrets() {
        return secrets;
    }

    /** Whether there is anything in it that {@link #shown()} hides. */
    public boolean holdsSecrets() {
        return !full.equals(shown);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceAddress that && that.full.equals(full);
    }

    @Override
    public int hashCode() {
        return full.hashCode();
    }

    @Override
    public String toString() {
        return shown;
    }
}
