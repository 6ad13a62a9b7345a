package pose.ingest.config;

import java.util.regex.Pattern;

/** Whether a password stands in a URL itself, where whoever sees the URL sees it. */
public final class PlainPasswords {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*\\}");
    private static final Pattern IN_AUTHORITY =
            Pattern.compile("(?s)^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#:@]*:(?!@)[^/?#]+@.*");
    /** One that was not encoded may hold a slash; what has only digits before it is a port, though. */
    private static final Pattern WITH_SLASH =
            Pattern.compile("(?s)^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#:@]*:(?!@|\\d*[/?#])[^?#]+@.*");

    private static final Pattern IN_QUERY = Pattern.compile(
            "(?is).*[?&;][^=&;#]*(?:pass|pwd|token|secret|key|auth|sig|credential|session)[^=&;#]*=[^&;#].*");

    private PlainPasswords() {}

    /** Whether there is one, apart from what is only referred to. */
    public static boolean isIn(String url) {
        String without = REFERENCE.matcher(url).replaceAll("");
        return IN_AUTHORITY.matcher(without).matches()
                || WITH_SLASH.matcher(without).matches()
                || (without.contains("://") && IN_QUERY.matcher(without).matches());
    }
}
