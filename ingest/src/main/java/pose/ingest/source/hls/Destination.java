package pose.ingest.source.hls;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request goes to.
 *
 * @param host a name in lower case, or an address, of IPv6 without its brackets
 * @param port 1 to 65535
 */
record Destination(String host, int port) {

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@/?#]*@)?(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+))(?::(\\d{1,5}))?");
    private static final Pattern URL = Pattern.compile("(?i)(https?)://([^/?#]*).*", Pattern.DOTALL);

    /** Of an HTTP or HTTPS URL; empty where it is none. */
    static Optional<Destination> ofUrl(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return ofAuthority(matcher.group(2), matcher.group(1).equalsIgnoreCase("https") ? 443 : 80);
    }

    /** Of {@code HOST} or {@code HOST:PORT}; empty where it is neither. */
    static Optional<Destination> ofAuthority(String authority, int usualPort) {
        Matcher matcher = AUTHORITY.matcher(authority);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        int port = matcher.group(3) == null ? usualPort : Integer.parseInt(matcher.group(3));
        return port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(new Destination(host.toLowerCase(Locale.ROOT), port));
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
